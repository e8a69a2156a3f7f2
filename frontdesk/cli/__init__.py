"""The desk's work without a window: one module a command."""
