"""Rules of the trade as frozen dataclasses and functions."""
