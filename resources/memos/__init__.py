"""Templates of memos, one Markdown file a kind and language."""
