"""Help for each page of the window, a Markdown file a page and language; `{key:name}` is the key of an action."""
