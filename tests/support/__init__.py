"""Builders, fixtures and guards for all tests."""
