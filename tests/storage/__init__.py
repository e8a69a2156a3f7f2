"""Tests of the database: both engines, migrations, backup."""
