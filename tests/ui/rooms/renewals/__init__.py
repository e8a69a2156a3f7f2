"""The Renewals room: first its brain, then its page."""
