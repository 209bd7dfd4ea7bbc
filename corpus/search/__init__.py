"""Search: the words of passages in a disposable index, queries over them, and the true place of every match.

Nothing here knows of codes, speakers or attributes: a filter comes in as a set of passage keys.
"""
