"""The tab of the interview guide: its versions and questions, what each interview asks, and the answers."""
