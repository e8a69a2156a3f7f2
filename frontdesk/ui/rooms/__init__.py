"""One folder a room; rooms do not know each other."""
