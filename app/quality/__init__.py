"""The Quality page: how far coders agree, where they do not and what they settle, and when new codes stopped coming."""
