"""One moment of a study: all that is read together to count, weigh, show or print."""
