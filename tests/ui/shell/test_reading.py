"""Everybody's names are read until they have been read."""

from unittest.mock import patch

from frontdesk.foundation.errors import InUse
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.storage import reminders as sources
from frontdesk.ui.shell import reading
from tests.support.window_thread import elsewhere
from tests.ui.shell.conftest import Front


def test_names_that_could_not_be_read_are_read_once_more(front: Front) -> None:
    with (
        patch.object(reading, "_AGAIN_MS", 10),
        patch.object(Desk, "fill_index", side_effect=InUse("The house is in use.")),
    ):
        front.gate.set()
        front.window.open(front.opener)
        front.qtbot.waitUntil(lambda: front.window.strip.words == "The house is in use.")
    with front.qtbot.waitSignal(front.window.settled):
        pass
    added = front.add("Aino Virtanen")
    assert front.desk.index.get(added.row)


def test_the_day_is_worked_out_before_anybody_looks(front: Front) -> None:
    with front.qtbot.waitSignal(front.window.settled):
        front.furnish()
    front.rest()
    with patch.object(sources, "facts_for", side_effect=AssertionError("worked out once more")):
        assert elsewhere(lambda: today(front.desk)).day == front.desk.today()
