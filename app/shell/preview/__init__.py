"""What an import would bring, shown before it is written: its files, who speaks in them, and how they are read."""
