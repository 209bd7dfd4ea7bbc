"""A copy to give away: a study, or its documents, in which what is hidden is replaced for good, and the key apart."""
