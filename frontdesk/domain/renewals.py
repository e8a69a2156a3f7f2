"""When to talk about a membership: before its last day, on it, and after it has lapsed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count

from frontdesk.domain.horizon import Horizon
from frontdesk.domain.house import House
from frontdesk.domain.memberships import Membership, MembershipDraft
from frontdesk.domain.terms import Term, running_end, term_of

_ONE_DAY = timedelta(days=1)

AGAIN = "renewal-again"
"""The stage that was agreed upon in the talk before."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A talk that is due on ``due`` about the last day ``ends``.

    ``name`` is what it is called in outcomes: ``renewal-30``, ``renewal-0``, ``renewal+14``, and
    ``renewal-again`` for one that was agreed upon in the talk before. ``until`` is its last day before
    another takes its place or the next term begins; None for the last talk of all, which stays.
    """

    due: date
    ends: date
    name: str
    until: date | None


def stages(membership: Membership, horizon: Horizon) -> list[Stage]:
    """The latest talk whose day has come, and those that come within the days ahead.

    Each replaces the one before it. The last after the end stays. A membership that renews itself has none
    after its end: it goes on with those of its next term. Once somebody has talked, all that lay before the
    day on which to speak again is settled.
    """
    draft, talk = membership.draft, membership.talk
    found = _scheduled(draft, horizon)
    if talk is None or talk.again is None:
        return found
    later = [stage for stage in found if stage.due > talk.again]
    again = _again(draft, talk.day, talk.again, horizon.house)
    replaced = bool(later) and later[0].due <= horizon.today
    over = again.until is not None and again.until < horizon.today
    return later if replaced or over or again.due > horizon.until else [again, *later]


def _again(draft: MembershipDraft, talked: date, again: date, house: House) -> Stage:
    """The talk that was agreed upon on the day ``talked``."""
    ends = running_end(draft, talked)
    if ends is None:
        return Stage(again, again, AGAIN, None)
    if draft.renews_itself:
        return Stage(again, ends, AGAIN, max(ends, again))
    offsets = _held(_talks(house.renewal_before, house.renewal_after), draft.starts, ends)
    after = (ends + timedelta(days=offset) for offset in offsets)
    until = next((day - _ONE_DAY for day in after if day > again), None)
    return Stage(again, ends, AGAIN, until)


def _scheduled(draft: MembershipDraft, horizon: Horizon) -> list[Stage]:
    ends = draft.last_day
    if ends is None:
        return []
    before, after = horizon.house.renewal_before, horizon.house.renewal_after
    if not draft.renews_itself:
        return _now_and_ahead(_talks(before, after), draft.starts, ends, horizon)
    term, talks = term_of(draft), _talks(before, ())
    found: list[Stage] = []
    for number in _terms(term, horizon):
        start, end = term.start(number), term.end(number)
        found += _now_and_ahead(talks, start, end, horizon, until=end)
    reached = [stage for stage in found if stage.due <= horizon.today]
    return reached[-1:] + [stage for stage in found if stage.due > horizon.today]


def _now_and_ahead(
    talks: tuple[int, ...], starts: date, ends: date, horizon: Horizon, until: date | None = None
) -> list[Stage]:
    """Of one term's talks the last whose day has come, and those of the days ahead.

    ``until`` is the last day of the last of them.
    """
    over, ahead = (horizon.today - ends).days, (horizon.until - horizon.today).days
    offsets = _held(talks, starts, ends)
    reached = sum(offset <= over for offset in offsets)
    first, last = max(0, reached - 1), sum(offset <= over + ahead for offset in offsets)
    found = []
    for place in range(first, last):
        due = ends + timedelta(days=offsets[place])
        following = offsets[place + 1 : place + 2]
        stays = ends + timedelta(days=following[0] - 1) if following else until
        found.append(Stage(due, ends, _name(offsets[place]), stays))
    return found


def _held(talks: tuple[int, ...], starts: date, ends: date) -> list[int]:
    """A talk about the end makes no sense before the beginning: short terms have fewer."""
    length = (ends - starts).days
    return [offset for offset in talks if -offset <= length]


def _name(offset: int) -> str:
    return f"renewal{offset:+d}" if offset else "renewal-0"


@cache
def _talks(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[int, ...]:
    """Days from the end to each talk about it, the earliest first; on the last day there always is one."""
    return tuple(sorted({-days for days in before} | {0} | set(after)))


def _terms(term: Term, horizon: Horizon) -> Iterator[int]:
    """The term that runs today, and those that begin within the days ahead."""
    for number in count(term.running(horizon.today)):
        if number > 1 and term.start(number) > horizon.until:
            return
        yield number
