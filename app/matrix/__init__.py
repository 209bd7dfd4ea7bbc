"""The Matrix page: a heat map of any two ways of dividing the study, every number of which opens to its words."""
