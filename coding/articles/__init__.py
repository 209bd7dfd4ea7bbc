"""What an article prints, set beside what was said: its quotations, and who is said to have spoken."""
