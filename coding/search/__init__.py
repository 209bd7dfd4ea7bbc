"""Searching a study: passages and coded segments, and documents, memos and codes beside them."""
