"""Tests of the rules of the house, and of the tests' own guards."""
