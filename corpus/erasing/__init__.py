"""A respondent who withdrew: what is theirs, taken out of a study and all that the program keeps, and sought after."""
