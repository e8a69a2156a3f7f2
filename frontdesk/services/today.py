"""Today: who deserves a personal word, who is here, what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.house import House
from frontdesk.domain.reminders import Facts, Reminder, Rule, Section, section, still_open
from frontdesk.domain.requests import Request
from frontdesk.domain.visits import Arrival
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import calls, history, outcomes, requests, staff, visits
from frontdesk.storage import reminders as sources

FARTHEST = 366
"""Days ahead that a list can show."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day as the desk sees it; each reminder stands in one of the three tuples.

    ``requests`` are open ones that are late or due by the end of the day; reminders do not repeat them.
    ``askers`` are the people who asked, for the phone number and what must be known of them.
    ``done`` counts the reminders seen to during the day, the requests and the calls. ``token`` tells this
    house from all others for good: what leaves it may lie beside what comes from another.
    """

    day: date
    now: datetime
    house: House
    left_over: tuple[Reminder, ...]
    due_today: tuple[Reminder, ...]
    ahead: tuple[Reminder, ...]
    arrivals: tuple[Arrival, ...]
    requests: tuple[Request, ...]
    done: int
    staff_name: str = ""
    askers: tuple[Facts, ...] = ()
    token: str = ""


def today(desk: Desk, day: date | None = None, ahead: int = 7) -> Today:
    """What a day holds, with the reminders of the ``ahead`` days after it; today when no day is named.

    Another day is seen from its noon; outcomes are those known now. Raises Refused for days too far off.
    """
    _check(day or desk.today(), ahead)
    desk.read_house()  # another desk may have changed it
    zone = ZoneInfo(desk.house.zone)
    day = day or desk.today()
    now = desk.now() if day == desk.today() else datetime.combine(day, time(12), zone)
    begins, ends = (datetime.combine(day + timedelta(days=n), time.min, zone) for n in (0, 1))
    with desk.store.read() as connection:
        found = desk.almanac.reminders(connection, day, now, desk.house, ahead)
        settled = outcomes.of_reminders(connection, found, day)
        came = visits.arrivals(connection, day)
        asked = requests.due(connection, ends)
        askers = sources.facts_of(connection, {one.draft.customer for one in asked})
        done = outcomes.settled_between(connection, begins, ends)
        done += requests.closed_between(connection, begins, ends)
        done += calls.closed_between(connection, begins, ends)
        names = {one.id: one.name for one in staff.everyone(connection)}
        token = history.beginning(connection)
    parts = _parted(still_open(found, settled, day), day)
    return Today(
        day=day,
        now=now,
        house=desk.house,
        left_over=tuple(parts[Section.LEFT_OVER]),
        due_today=tuple(parts[Section.TODAY]),
        ahead=tuple(parts[Section.AHEAD]),
        arrivals=came,
        requests=asked,
        done=done,
        staff_name=names.get(desk.on_duty, "") if desk.on_duty else "",
        askers=tuple(askers),
        token=token,
    )


def _check(day: date, ahead: int) -> None:
    if not 1900 <= day.year <= 2999:
        raise Refused(tr("Choose a day between the years 1900 and 2999."), "day")
    if not 0 <= ahead <= FARTHEST:
        raise Refused(tr("Choose 0 to {n} days ahead.").format(n=FARTHEST), "ahead")


def _parted(found: Iterable[Reminder], day: date) -> dict[Section, list[Reminder]]:
    """Reminders by section. Requests due by the day's end stand in a list of their own."""
    parts: dict[Section, list[Reminder]] = {part: [] for part in Section}
    for one in found:
        where = section(one, day)
        if one.rule is not Rule.REQUEST or where is Section.AHEAD:
            parts[where].append(one)
    return parts
