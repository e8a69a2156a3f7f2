"""A desk learns what other desks have written, and that a backup was brought back."""

from pathlib import Path

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.foundation.errors import InUse
from frontdesk.services import customers, settings, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import lookup as stored
from tests.support.houses import aino


def found(desk: Desk, text: str) -> list[str]:
    return [hit.entry.name for hit in desk.index.search(text, 5)]


def test_before_everybody_is_read_there_is_nothing_to_learn(desk: Desk, other_desk: Desk) -> None:
    aino(other_desk)
    assert desk.catch_up() is None


def test_what_another_desk_has_written(desk: Desk, other_desk: Desk) -> None:
    desk.fill_index()
    assert desk.catch_up() is None
    added = customers.add(other_desk, CustomerDraft("Aino Virtanen"))
    assert found(desk, "aino") == []
    changes = desk.catch_up()
    assert changes is not None
    assert set(changes.customers) == {added.row}
    assert not changes.everybody
    assert found(desk, "aino") == ["Aino Virtanen"]
    assert desk.catch_up() is None
    undo(other_desk, added.id)
    assert desk.catch_up() is not None
    assert found(desk, "aino") == []


def test_another_desk_renames_the_house(desk: Desk, other_desk: Desk) -> None:
    desk.fill_index()
    settings.change_house(other_desk, name="Riverside Gym")
    changes = desk.catch_up()
    assert changes is not None
    assert changes.everybody
    assert desk.house.name == "Riverside Gym"


def test_a_backup_is_brought_back(desk: Desk, tmp_path: Path) -> None:
    whom = aino(desk)
    source = upkeep.back_up(desk, tmp_path / "mine")
    aino(desk, name="Eino")
    desk.fill_index()
    upkeep.restore(desk.store.engine.url.render_as_string(hide_password=False), source, desk.clock)
    assert "Eino" in found(desk, "eino")
    changes = desk.catch_up()
    assert changes is not None
    assert changes.everybody
    assert "Eino" not in found(desk, "eino")
    visits.log_now(desk, whom)
    assert found(desk, "aino") == ["Aino Virtanen"]


@pytest.mark.parametrize("everybody", [False, True])
def test_what_could_not_be_read_is_learned_the_next_time(
    desk: Desk, other_desk: Desk, monkeypatch: pytest.MonkeyPatch, everybody: bool
) -> None:
    def locked(*_: object) -> None:
        raise InUse("locked")

    desk.fill_index()
    added = customers.add(other_desk, CustomerDraft("Aino Virtanen"))
    if everybody:
        settings.change_house(other_desk, name="Riverside Gym")
    with monkeypatch.context() as patch:
        patch.setattr(stored, "entries", locked)
        with pytest.raises(InUse):
            desk.catch_up()
    changes = desk.catch_up()
    assert changes is not None
    assert changes.everybody or set(changes.customers) == {added.row}
    assert found(desk, "aino") == ["Aino Virtanen"]
    assert desk.catch_up() is None
