"""What is counted and quoted: matrices, people, verbatims."""
