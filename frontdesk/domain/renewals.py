"""When to talk about a membership: before its last day, on it, and after it has lapsed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import count

from frontdesk.domain.horizon import Horizon
from frontdesk.domain.house import House
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
    if draft.ends is None or draft.ends.year == MAXYEAR:
        return []  # the last year there is has always meant “without an end”
    found = (
        _of_terms(draft, horizon) if draft.renews_itself else _to_the_end(draft, draft.ends, horizon.house)
    )
    reached = [stage for stage in found if stage.due <= horizon.today]
    return reached[-1:] + [stage for stage in found if horizon.today < stage.due <= horizon.until]


def _to_the_end(draft: MembershipDraft, ends: date, house: House) -> list[Stage]:
    offsets = _before(house) + sorted(set(house.renewal_after))
    return _begun(offsets, draft.starts, ends)


def _of_terms(draft: MembershipDraft, horizon: Horizon) -> list[Stage]:
    term = term_of(draft)
    offsets = _before(horizon.house)
    found: list[Stage] = []
    for number in _terms(term, horizon):
        found += _begun(offsets, term.start(number), term.end(number))
    return found


def _terms(term: Term, horizon: Horizon) -> Iterator[int]:
    """The term that runs today, and those that begin within the days ahead."""
    for number in count(term.running(horizon.today)):
        if number > 1 and term.start(number) > horizon.until:
            return
        yield number


def _before(house: House) -> list[int]:
    return sorted({-days for days in house.renewal_before} | {0})


def _begun(offsets: list[int], starts: date, ends: date) -> list[Stage]:
    """A talk about the end makes no sense before the beginning: short terms have fewer stages."""
    return [Stage(offset, ends) for offset in offsets if -offset <= (ends - starts).days]
