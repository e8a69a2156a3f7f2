"""Leaving keeps what was typed and finishes what was begun."""

import threading

from PySide6.QtCore import QCoreApplication

from frontdesk.foundation.errors import InUse
from frontdesk.services import lookup
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.field import TextField
from frontdesk.ui.kit.runner import Job
from tests.ui.shell.conftest import Front


def test_a_write_on_its_way_is_finished(front: Front) -> None:
    from frontdesk.domain.customers import CustomerDraft
    from frontdesk.services import customers

    window = front.furnish()
    for number in range(20):
        draft = CustomerDraft(f"Anna {number}")
        window.worker.run(lambda draft=draft: customers.add(front.desk, draft))  # type: ignore[misc]
    assert window.close()
    again = Desk.open(front.file, clock=front.clock)
    lookup.fill(again)
    assert len(again.index) == 20
    again.close()


def test_the_last_write_is_not_read_again_by_a_window_that_is_closed(front: Front) -> None:
    from frontdesk.domain.customers import CustomerDraft
    from frontdesk.services import customers

    window = front.furnish()
    window.worker.run(lambda: customers.add(front.desk, CustomerDraft("Anna")))
    seen = len(front.rooms["desk"].seen)
    assert window.close()
    QCoreApplication.sendPostedEvents(window)
    assert len(front.rooms["desk"].seen) == seen


def test_what_is_being_typed_is_kept(front: Front) -> None:
    window = front.furnish()
    field = TextField("Nickname")
    kept: list[object] = []
    field.left.connect(kept.append)
    layout = front.rooms["desk"].widget.layout()
    assert layout is not None
    layout.addWidget(field)
    field.setFocus()
    front.qtbot.keyClicks(field.editor, "Rami")
    window.close()
    assert kept == ["Rami"]


def test_what_was_begun_is_named_once(front: Front) -> None:
    window = front.furnish()
    front.rooms["desk"].begun.append("Aino Virtanen")
    assert not window.close()
    assert "Aino Virtanen" in window.strip.words
    front.rooms["desk"].begun.append("Maija Lehtonen")
    assert not window.close(), "there is more by now"
    assert "Maija Lehtonen" in window.strip.words
    assert window.close()


def test_what_was_begun_is_named_again_after_the_warning_was_read(front: Front) -> None:
    window = front.furnish()
    front.rooms["desk"].begun.append("Aino Virtanen")
    assert not window.close()
    window.strip.dismiss()
    assert not window.close(), "it may be another form of hers, an hour later"
    assert "Aino Virtanen" in window.strip.words
    assert window.close()


def test_what_was_begun_while_long_work_went_on_is_left_by_nobody_but_a_person(front: Front) -> None:
    window = front.furnish()
    held = threading.Event()
    window.worker.run_job("Bringing in 2,000 people", lambda _job: held.wait(10))
    assert not window.close()
    front.rooms["desk"].begun.append("Aino Virtanen")
    held.set()
    front.qtbot.waitUntil(lambda: "Aino Virtanen" in window.strip.words)
    front.add("Maija Lehtonen")
    front.rest()
    assert window.isVisible()
    assert window.close()


def test_what_goes_wrong_with_the_last_field_is_said_before_the_window_closes(front: Front) -> None:
    window = front.furnish()
    begun = front.rooms["desk"].begun

    def save() -> None:
        raise InUse("Another program is using the database.")

    window.worker.run(save, failed=lambda _trouble: begun.append("Aino Virtanen"))
    assert not window.close()
    assert "Aino Virtanen" in window.strip.words
    begun.clear()
    assert window.close()


def test_long_work_is_finished_first(front: Front) -> None:
    window = front.furnish()
    held, done = threading.Event(), list[object]()
    window.worker.run_job("Bringing in 2,000 people", lambda _job: held.wait(10), done.append)
    assert not window.close()
    assert window.isVisible()
    assert "Bringing in 2,000 people" in window.strip.words
    held.set()
    front.qtbot.waitUntil(window.isHidden)
    assert done == [True]


def test_closing_twice_stops_long_work(front: Front) -> None:
    window = front.furnish()
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while True:
            job.check()

    window.worker.run_job("For ever", work)
    front.qtbot.waitUntil(begun.is_set)
    window.close()
    assert window.isVisible()
    window.close()
    front.qtbot.waitUntil(window.isHidden)


def test_a_window_without_a_house_closes_at_once(front: Front) -> None:
    assert front.window.close()
