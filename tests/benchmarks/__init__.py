"""Budgets, measured as ratios in one run."""
