"""The real window on a real file, from start to quit."""
