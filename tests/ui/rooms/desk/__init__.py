"""The desk room, first its brain, then its window."""
