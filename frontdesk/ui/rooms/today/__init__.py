"""The Today room: who deserves a personal word, who is here, what is due."""
