"""The Settings room: the house, its staff, its reminders, its data."""
