"""Tests of names, spellings and the look-up."""
