"""The Notes room: what we know of somebody beside a blank card, and how far each note is."""
