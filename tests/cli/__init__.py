"""Tests of the work without a window."""
