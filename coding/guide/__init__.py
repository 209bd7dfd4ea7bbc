"""The interview guide at work: questions found by likeness, their answers, and who was asked what."""
