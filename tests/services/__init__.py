"""Tests of what a person at the desk can do."""
