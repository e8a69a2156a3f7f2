"""Names of people: folding, romanising, the look-up index, ranking."""
