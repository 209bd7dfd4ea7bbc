"""The Participants page: the respondents' table, where they speak, and what else is known of them."""
