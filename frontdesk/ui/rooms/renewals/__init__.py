"""The Renewals room: whose membership ends, what is at risk, and what came of each talk."""
