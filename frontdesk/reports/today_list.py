"""The morning's list as data: what stands on it, decided before anything is drawn.

The rows are ready sentences in the user's language. HTML, paper and the terminal only place them, so
what a reader may see, the short mode above all, is settled and tested here.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.locales import locale_of
from frontdesk.domain.notes import Note
from frontdesk.domain.reminders import Reminder, Rule
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import language, tr, trn
from frontdesk.reports import days, today_ahead, today_calls, today_notes, today_rows
from frontdesk.reports.eliding import NAME, one_line
from frontdesk.reports.foot import foot
from frontdesk.reports.today_ahead import ListDay
from frontdesk.reports.today_rows import MISSED, WRITTEN, ListRow
from frontdesk.services.today import Today


@dataclass(frozen=True, slots=True)
class ListSection:
    """A heading and the rows under it."""

    heading: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """The whole list of ``day``.

    ``language`` is a BCP 47 tag and ``direction`` its ``ltr`` or ``rtl``. ``quiet`` is said where there
    is nothing to do. ``footer`` stands at the foot of each page.
    """

    day: date
    language: str
    direction: str
    title: str
    subtitle: str
    sections: tuple[ListSection, ...]
    ahead_heading: str
    ahead: tuple[ListDay, ...]
    quiet: str
    footer: str


def today_list(
    today: Today,
    *,
    short: bool = False,
    ahead: int = 7,
    printed: datetime | None = None,
    to_ring: Sequence[ToRing] = (),
    to_write: Sequence[Note] = (),
) -> ListPage:
    """The list of ``today``; ``short`` leaves out all that a stranger across the counter should not read.

    A short list has no notes, likes, alerts, phone numbers or last visits, and no lines to write on.
    ``ahead`` says how many days the part about the coming days covers, for its heading. ``printed`` is
    the instant it is printed at, where that is not the instant the list is about. ``to_ring`` is the day's
    call list; whoever stands on it stands in no other part. ``to_write`` are the notes that nobody has sent.
    """
    house = today.house
    printed = printed or today.now
    to_ring = today_calls.of_the_day(to_ring, today)
    sections = _sections(today, to_ring, to_write, short)
    return ListPage(
        day=today.day,
        language=language(),
        direction=locale_of(house.region).text_direction,
        title=days.long_day(today.day, house.region),
        subtitle=_subtitle(today, to_ring, printed),
        sections=sections,
        ahead_heading=_ahead_heading(ahead),
        ahead=today_ahead.by_day(today, short=short),
        quiet="" if sections else tr("Nobody is waiting for a word today."),
        footer=foot(house, printed),
    )


_PERSONAL = frozenset(Rule) - MISSED - {Rule.RENEWAL, Rule.WINBACK}


def _sections(
    today: Today, to_ring: Sequence[ToRing], to_write: Sequence[Note], short: bool
) -> tuple[ListSection, ...]:
    def rows(found: tuple[Reminder, ...]) -> tuple[ListRow, ...]:
        return tuple(today_rows.reminder_row(one, today, short) for one in found)

    def of(found: tuple[Reminder, ...], kinds: Container[Rule]) -> tuple[ListRow, ...]:
        return rows(tuple(one for one in found if one.rule in kinds))

    def others(found: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
        return tuple(one for one in found if not today_calls.stands_among(one, to_ring))

    left_over, due_today = others(today.left_over), others(today.due_today)
    both = left_over + due_today
    with_lines = [one.key for one in both if one.rule in WRITTEN]
    every = (
        ListSection(tr("Left over"), of(left_over, _PERSONAL)),
        ListSection(tr("Today"), of(due_today, _PERSONAL)),
        ListSection(tr("Promised"), today_rows.promised(today, short)),
        ListSection(tr("To ring"), today_calls.rows(to_ring, today, short)),
        ListSection(tr("Notes"), today_notes.rows(to_write, with_lines, short=short)),
        ListSection(tr("Renewals to talk about"), of(both, {Rule.RENEWAL})),
        ListSection(tr("To win back"), of(both, {Rule.WINBACK})),
        ListSection(tr("Missed"), of(both, MISSED)),
    )
    return tuple(section for section in every if section.rows)


def _subtitle(today: Today, to_ring: Iterable[ToRing], printed: datetime) -> str:
    house = today.house
    parts = (
        one_line(house.name, NAME),
        tr("demo: invented people") if house.demo else "",
        _count(today, to_ring, printed),
        one_line(today.staff_name, NAME),
    )
    return " · ".join(part for part in parts if part)


def _count(today: Today, to_ring: Iterable[ToRing], printed: datetime) -> str:
    people = {one.person.id for one in today.left_over + today.due_today}
    people |= {request.draft.customer for request in today.requests}
    people |= {one.person.id for one in to_ring}
    if not people:
        return ""  # the page says so in a sentence of its own
    if today.day == venue_day(printed, today.house.zone):
        return trn("{n} person to think of today", "{n} people to think of today", len(people))
    return trn("{n} person to think of", "{n} people to think of", len(people))


def _ahead_heading(ahead: int) -> str:
    if ahead == 7:
        return tr("Next seven days")
    return trn("Next {n} day", "Next {n} days", ahead)
