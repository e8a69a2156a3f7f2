"""What every floor stands on: clock, errors, paths, words; standard library only."""
