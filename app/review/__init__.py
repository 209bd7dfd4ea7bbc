"""The Review page: the queue of suggestions, one passage at a time, with reasons, until a person decides."""
