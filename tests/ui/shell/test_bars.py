"""What the bars say: the day, who is on duty, how old the backup is, how long something takes."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.domain.house import House
from frontdesk.services import staff, upkeep
from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.runner import Job
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell import ages
from frontdesk.ui.shell.flat_button import FlatButton
from frontdesk.ui.shell.status_bar import StatusBar
from frontdesk.ui.shell.top_bar import TopBar
from tests.ui.shell.conftest import Front


def said(front: Front) -> list[str]:
    bars = [front.window.top, front.window.status]
    labels = [one for bar in bars for one in bar.findChildren(Label)]
    buttons = [one for bar in bars for one in bar.findChildren(FlatButton)]
    words = [one.text() for one in labels if not one.isHidden()]
    return words + [one.text() for one in buttons if not one.isHidden()]


def test_the_day_is_the_venues(front: Front) -> None:
    front.furnish()
    assert "Sunday 22 November" in said(front)
    front.clock.instant = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    assert front.window.household is not None
    front.window.household.look()
    assert "Monday 23 November" in said(front), "half past midnight in Helsinki"


def test_a_new_day_is_told_to_the_rooms(front: Front) -> None:
    front.furnish()
    before = len(front.rooms["desk"].seen)
    front.later(days=1)
    assert front.window.household is not None
    front.window.household.look()
    assert front.rooms["desk"].seen[before:][-1].everybody


def test_somebody_who_works_alone_is_on_duty(front: Front) -> None:
    front.furnish()
    assert "Anna Koskinen on duty" in said(front)
    assert front.desk.on_duty is not None


def test_with_several_somebody_says_who_it_is(front: Front) -> None:
    front.furnish()
    front.desk.on_duty = None
    front.window.worker.run(lambda: staff.add(front.desk, "Joonas & Co"))
    front.qtbot.waitUntil(lambda: "Who is on duty?" in said(front))
    menu = front.window.top.findChild(QMenu)
    assert menu is not None
    joonas = next(action for action in menu.actions() if action.text() == "Joonas && Co")
    joonas.trigger()
    assert front.desk.on_duty == joonas.data()
    assert "Joonas & Co on duty" in said(front)


def test_the_age_of_the_backup(front: Front) -> None:
    front.furnish()
    assert "No backup yet" in said(front)
    front.window.worker.run(lambda: upkeep.back_up(front.desk))
    front.rest()
    assert front.window.household is not None
    front.later(minutes=12)
    front.window.household.look()
    front.qtbot.waitUntil(lambda: "Backup 12 min ago" in said(front))


def test_a_backup_made_by_hand_shows_at_once(front: Front) -> None:
    front.furnish()
    front.window.worker.run_job("Backup", lambda _job: upkeep.back_up(front.desk))
    front.qtbot.waitUntil(lambda: "Backup just now" in said(front))


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=30), "just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=3, minutes=59), "3 h ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=40), "40 days ago"),
    ],
)
def test_ages_in_few_words(age: timedelta, words: str) -> None:
    assert ages.in_words(age) == words


def test_a_demo_says_so(qtbot: QtBot) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.show_house(House(name="Riverside Gym", desk="Front desk 1"))
    assert shown_badges(top) == ["Front desk 1"]
    top.show_house(House(name="Riverside Gym", demo=True))
    assert shown_badges(top) == ["Demo – nothing is kept"]


def shown_badges(top: TopBar) -> list[str]:
    from frontdesk.ui.kit.badge import Badge

    return [one.text() for one in top.findChildren(Badge) if not one.isHidden()]


def test_the_top_bar_leaves_off_the_desk_then_the_day_rather_than_cut_them(qtbot: QtBot) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.show_house(House(name="Kuntokeskus Jokirannan Liikuntapalvelukeskus", desk="Front desk 1"))
    top.show_day("Sunday 22 November")
    top.show()

    def seen(width: int) -> tuple[bool, bool]:
        top.resize(width, 44)
        words = [one.text() for one in top.findChildren(Label) if one.isVisible()]
        return bool(shown_badges(top)), "Sunday 22 November" in words

    assert [seen(width) for width in (900, 400, 220, 900)] == [
        (True, True),
        (False, True),
        (False, False),
        (True, True),
    ]


def test_only_what_takes_long_is_shown(qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontdesk.ui.shell.status_bar.SLOW_MS", 20)
    status = StatusBar(worker)
    qtbot.addWidget(status)
    held = threading.Event()

    def work(job: Job) -> None:
        job.report(0.25, "500 of 2,000")
        held.wait(10)

    worker.run(lambda: None)
    assert status.work == ""
    worker.run_job("Bringing in people", work)
    qtbot.waitUntil(lambda: status.work == "Bringing in people · 500 of 2,000")
    held.set()
    qtbot.waitUntil(lambda: status.work == "")


def test_long_work_can_be_stopped(qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontdesk.ui.shell.status_bar.SLOW_MS", 20)
    status = StatusBar(worker)
    qtbot.addWidget(status)
    status.show()

    def work(job: Job) -> None:
        while True:
            job.check()

    worker.run_job("For ever", work)
    qtbot.waitUntil(lambda: status.work == "For ever")
    stop = next(one for one in status.findChildren(QPushButton) if one.accessibleName() == "Stop this")
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: status.work == "")
    assert not worker.is_busy
