"""The only SQL: tables, engine, queries, migrations, backup."""
