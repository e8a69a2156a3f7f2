"""The Notes room."""
