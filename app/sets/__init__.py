"""Sets in the window: their dialog, and the filter that each page has."""
