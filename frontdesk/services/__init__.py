"""One function for each thing a person at the desk can do; no Qt, no SQL."""
