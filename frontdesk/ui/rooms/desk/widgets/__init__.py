"""The widgets of the desk room."""
