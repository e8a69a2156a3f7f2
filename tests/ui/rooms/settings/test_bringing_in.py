"""A file on its way in: looked at, tried, brought in, or not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.services import imports
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Cancelled, Job
from frontdesk.ui.rooms.settings.bringing_in import BringingIn
from frontdesk.ui.rooms.settings.looking import Plan
from tests.support.around_room import AroundRoom

Write = Callable[..., Path]


class Screen:
    """What the card would show."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self.reports: list[ImportReport] = []
        self.trouble = ""
        self.busy: list[bool] = []

    def show_plan(self, plan: Plan, _today: date) -> None:
        self.plan = plan

    def show_report(self, report: ImportReport) -> None:
        self.reports.append(report)

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def chosen(self, **fields: str) -> Plan:
        """The plan with fields chosen by column number: ``c1="name"``."""
        assert self.plan is not None
        columns = tuple(
            replace(one, field=fields.get(f"c{one.number}", one.field)) for one in self.plan.columns
        )
        return replace(self.plan, columns=columns)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def bringing_in(desk: Desk, around: AroundRoom, screen: Screen) -> BringingIn:
    return BringingIn(desk, around.worker, screen, around.say)


def names(desk: Desk) -> list[str]:
    desk.fill_index()
    return sorted(entry.name for n in range(1, 10) if (entry := desk.index.get(n)))


def test_a_trial_says_what_would_come_in_and_brings_in_nothing(
    bringing_in: BringingIn, screen: Screen, desk: Desk, table: Write
) -> None:
    bringing_in.look_at(Plan(table("name,card", "Aino,1", ",2"), ImportKind.CUSTOMERS))
    bringing_in.bring_in(screen.chosen(), trial=True)
    [report] = screen.reports
    assert (report.new, len(report.bad), report.dry_run) == (1, 1, True)
    assert names(desk) == []
    assert screen.busy == [True, False]


def test_a_file_comes_in_and_is_found(
    bringing_in: BringingIn, screen: Screen, desk: Desk, table: Write
) -> None:
    bringing_in.look_at(
        Plan(table("Guest;Born;Other", "Aino;01.02.1990;x", "Ville;;y"), ImportKind.CUSTOMERS)
    )
    plan = screen.chosen(c1="name", c2="birthday")
    columns = tuple(replace(one, form="%d.%m.%Y") if one.field == "birthday" else one for one in plan.columns)
    bringing_in.bring_in(replace(plan, columns=columns, header=True), trial=False)
    assert screen.reports[0].new == 2
    assert names(desk) == ["Aino", "Ville"]
    aino = next(desk.index.get(n) for n in (1, 2) if "Aino" in str(desk.index.get(n)))
    assert aino is not None
    assert aino.birthday == "1990-02-01"


def test_a_file_without_headings_loses_no_line(
    bringing_in: BringingIn, screen: Screen, desk: Desk, table: Write
) -> None:
    bringing_in.look_at(Plan(table("Aino\t1", "Ville\t2", name="x.tsv"), ImportKind.CUSTOMERS))
    bringing_in.bring_in(screen.chosen(c1="name", c2="card"), trial=False)
    assert names(desk) == ["Aino", "Ville"]


def test_visits_make_people_of_unknown_cards_when_asked_to(
    bringing_in: BringingIn, screen: Screen, desk: Desk, table: Write
) -> None:
    bringing_in.look_at(Plan(table("card,date", "C-1,2026-11-01"), ImportKind.VISITS))
    bringing_in.bring_in(screen.chosen(), trial=False)
    assert [row.reason for row in screen.reports[0].bad] == ["nobody has card C-1"]
    bringing_in.bring_in(replace(screen.chosen(), add_people=True), trial=False)
    assert names(desk) == ["C-1"]


def test_what_is_still_to_be_chosen_is_said_before_anything_is_read(
    bringing_in: BringingIn, screen: Screen, table: Write
) -> None:
    bringing_in.look_at(Plan(table("Aino;1", "Ville;2"), ImportKind.CUSTOMERS))
    bringing_in.bring_in(screen.chosen(), trial=True)
    assert screen.trouble == "Choose the column that holds one of: name, given, surname."
    assert (screen.reports, screen.busy) == ([], [])


def test_a_wrong_encoding_is_told_and_another_can_be_tried(
    bringing_in: BringingIn, screen: Screen, table: Write
) -> None:
    plan = Plan(table("name", "Äijö", encoding="windows-1252"), ImportKind.CUSTOMERS)
    bringing_in.look_at(plan)
    assert "isn't UTF-8 text" in screen.trouble
    assert screen.plan == plan
    bringing_in.look_at(replace(plan, encoding="windows-1252"))
    assert screen.trouble == ""
    assert screen.chosen().columns[0].samples == ("Äijö",)


def test_columns_apart_by_something_else(bringing_in: BringingIn, screen: Screen, table: Write) -> None:
    plan = Plan(table("name|card", "Aino|1", name="x.txt"), ImportKind.CUSTOMERS, delimiter=",")
    bringing_in.look_at(plan)
    assert len(screen.chosen().columns) == 1
    bringing_in.look_at(replace(plan, delimiter="|"))
    assert [one.field for one in screen.chosen().columns] == ["name", "card"]


def test_a_file_that_went_meanwhile_is_told_beside_it(
    bringing_in: BringingIn, screen: Screen, around: AroundRoom, table: Write
) -> None:
    file = table("name", "Aino")
    bringing_in.look_at(Plan(file, ImportKind.CUSTOMERS))
    file.unlink()
    bringing_in.bring_in(screen.chosen(), trial=False)
    assert "people.csv cannot be read" in screen.trouble
    assert screen.busy == [True, False]
    assert around.told == []


def test_stopping_brings_in_nothing_and_says_so(
    bringing_in: BringingIn,
    screen: Screen,
    around: AroundRoom,
    desk: Desk,
    table: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[tuple[Job, Callable[[Job], Any], dict[str, Any]]] = []

    def run_job(title: str, work: Callable[[Job], Any], *_answers: object, **options: Any) -> Job:
        begun.append((Job(title), work, options))
        return begun[-1][0]

    bringing_in.look_at(Plan(table("name", "Aino"), ImportKind.CUSTOMERS))
    monkeypatch.setattr(around.worker, "run_job", run_job)
    bringing_in.bring_in(screen.chosen(), trial=False)
    bringing_in.bring_in(screen.chosen(), trial=False)  # an impatient finger
    [(job, work, options)] = begun
    bringing_in.stop()
    with pytest.raises(Cancelled):
        work(job)
    options["settled"]()
    assert around.said == ["Stopped. Nothing was brought in."]
    assert screen.busy == [True, False]
    assert names(desk) == []
    assert imports.recent(desk) == ()
