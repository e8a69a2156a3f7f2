"""The window itself: corridor of rooms, top bar, status bar, actions."""
