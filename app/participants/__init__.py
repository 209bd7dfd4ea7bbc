"""The Participants page: the respondents' table, where they speak, and the drawer of all memos."""
