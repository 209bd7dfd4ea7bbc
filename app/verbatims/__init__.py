"""The Verbatims page: one list for search hits, codes, capabilities and the cells of a matrix."""
