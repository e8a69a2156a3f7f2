"""The Calls room: who is to be rung, and what came of it."""
