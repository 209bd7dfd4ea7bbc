"""What comes into a project from tables: codings and codebooks, each row on its own merit."""
