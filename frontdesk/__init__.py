"""The reception desk that knows its customers by name."""
