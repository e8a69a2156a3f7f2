"""The Today room: first its brain, then its page."""
