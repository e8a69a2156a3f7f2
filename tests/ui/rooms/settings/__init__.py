"""The Settings room: first its brains, then its page."""
