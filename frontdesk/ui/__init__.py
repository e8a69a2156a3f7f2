"""The window: shell, rooms and kit."""
