"""The Theory page: descriptive codes meet a framework."""
