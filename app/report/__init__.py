"""The Report page: codebook, interviews, verbatims and audit trail, seen as they will be printed, and exported."""
