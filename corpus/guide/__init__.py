"""The interview guide: its versions, its questions, and where interviews ask them."""
