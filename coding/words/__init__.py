"""The words of a study: where they stand, beside what, and how often."""
