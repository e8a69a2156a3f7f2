"""People, memberships, requests and occasions as a test needs them: every field has a valid default."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, MembershipId, OccasionId, RequestId
from frontdesk.domain.memberships import Membership, MembershipDraft
from frontdesk.domain.occasions import Occasion, OccasionDraft
from frontdesk.domain.reminders import Facts, Fate, Outcome, Reminder
from frontdesk.domain.requests import Request, RequestDraft

AINO = CustomerId(7)
"""Whoever a test is about, unless it says otherwise."""


def a_house(**changed: Any) -> House:
    """A house in Helsinki that has always had the program."""
    return replace(House(name="Riverside Gym", zone="Europe/Helsinki", region="FI"), **changed)


def facts(**changed: Any) -> Facts:
    """A person about whom there is nothing to be reminded of."""
    return Facts(AINO, "Aino Virtanen")._replace(**changed)


def membership(
    starts: str, ends: str | None, *, id: int = 31, version: int = 1, **changed: Any
) -> Membership:
    """A membership on the plan “Gold” from one day to another (ISO dates)."""
    last = date.fromisoformat(ends) if ends else None
    draft = MembershipDraft(AINO, "Gold", date.fromisoformat(starts), last)
    return Membership(MembershipId(id), version, replace(draft, **changed))


def request(
    asked: str = "Locker 12", *, id: int = 41, asked_at: datetime | None = None, **changed: Any
) -> Request:
    """An open request; ``due`` and ``promised`` are instants."""
    draft = replace(RequestDraft(AINO, asked), **changed)
    return Request(RequestId(id), 1, draft, asked_at or datetime(2026, 11, 1, 9, tzinfo=UTC))


def occasion(day: str, label: str = "wedding day", *, id: int = 51) -> Occasion:
    """An occasion on a partial date, such as ``2016-06-11`` or ``--06-11``."""
    return Occasion(OccasionId(id), 1, OccasionDraft(AINO, label, PartialDate.parse(day)))


def outcome(
    of: Reminder,
    fate: Fate = Fate.DONE,
    until: date | None = None,
    by: str = "Anna",
    at: datetime | None = None,
) -> Outcome:
    """What somebody did about a reminder."""
    return Outcome(*of.key, fate, until, by, at or datetime(2026, 11, 22, 9, tzinfo=UTC))


def noon(day: str | date) -> datetime:
    """Noon in UTC: the same day in every zone but the farthest."""
    whole = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime(whole.year, whole.month, whole.day, 12, tzinfo=UTC)
