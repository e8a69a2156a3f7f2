"""What tests of the storage have in common."""

import pytest

from frontdesk.storage import engine, schema


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for others for a moment only."""
    monkeypatch.setattr(engine, "PATIENCE_MS", 50)
    monkeypatch.setattr(schema, "_MIGRATION_PATIENCE", "50ms")
