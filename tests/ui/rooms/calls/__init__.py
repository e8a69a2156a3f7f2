"""The Calls room."""
