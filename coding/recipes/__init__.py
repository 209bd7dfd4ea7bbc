"""Recipes: what is to be made of a study, in what order and how, so that it can be made again."""
