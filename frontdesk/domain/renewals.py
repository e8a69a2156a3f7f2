"""When to talk about a membership: before its last day, on it, and after it has lapsed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count

from frontdesk.domain.horizon import Horizon
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.terms import Term, term_of


@dataclass(frozen=True, slots=True)
class Stage:
    """One talk: ``offset`` days after the last day ``ends`` (before it when negative)."""

    offset: int
    ends: date

    @property
    def due(self) -> date:
        """The day of the talk."""
        return self.ends + timedelta(days=self.offset)

    @property
    def name(self) -> str:
        """What the stage is called in outcomes: ``renewal-30``, ``renewal-0``, ``renewal+14``."""
        return f"renewal{self.offset:+d}" if self.offset else "renewal-0"


def stages(draft: MembershipDraft, horizon: Horizon) -> list[Stage]:
    """The latest stage that has been reached, and those that come within the days ahead.

    Each stage replaces the one before it. The last after the end stays. A membership that renews itself
    has no stages after its end: it goes on with those of its next term.
    """
    ends = draft.last_day
    if ends is None:
        return []
    before, after = horizon.house.renewal_before, horizon.house.renewal_after
    if not draft.renews_itself:
        return _now_and_ahead(_talks(before, after), draft.starts, ends, horizon)
    term, talks = term_of(draft), _talks(before, ())
    found: list[Stage] = []
    for number in _terms(term, horizon):
        found += _now_and_ahead(talks, term.start(number), term.end(number), horizon)
    reached = [stage for stage in found if stage.due <= horizon.today]
    return reached[-1:] + [stage for stage in found if stage.due > horizon.today]


def _now_and_ahead(talks: tuple[int, ...], starts: date, ends: date, horizon: Horizon) -> list[Stage]:
    """Of one term's talks the last whose day has come, and those of the days ahead.

    A talk about the end makes no sense before the beginning: short terms have fewer.
    """
    over, ahead = (horizon.today - ends).days, (horizon.until - horizon.today).days
    held = [offset for offset in talks if offset <= over + ahead and -offset <= (ends - starts).days]
    reached = sum(offset <= over for offset in held)
    return [Stage(offset, ends) for offset in held[max(0, reached - 1) :]]


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
