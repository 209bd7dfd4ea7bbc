"""The page that a copy for a supervisor is."""
