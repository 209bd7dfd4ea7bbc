"""Who speaks: told from how the whole file is written, or by a rule the person gives."""
