"""Coded transcripts on paper."""
