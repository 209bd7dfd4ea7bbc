"""Participants and their firms: what they are, what is said of them, and what they agreed to."""
