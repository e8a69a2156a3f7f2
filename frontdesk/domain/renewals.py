"""When to talk about a membership: before its last day, on it, and after it has lapsed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

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


def stages(draft: MembershipDraft, today: date, house: House, ahead: int) -> list[Stage]:
    """The latest stage that has been reached, and those coming within ``ahead`` days.

    Each stage replaces the one before it. The last after the end stays. A membership that renews itself
    has no stages after its end: it goes on with those of its next term.
    """
    if draft.ends is None:
        return []
    found = _of_terms(draft, today, house, ahead) if draft.renews_itself else _to_the_end(draft, house)
    reached = [stage for stage in found if stage.due <= today]
    horizon = today + timedelta(days=ahead)
    return reached[-1:] + [stage for stage in found if today < stage.due <= horizon]


def _to_the_end(draft: MembershipDraft, house: House) -> list[Stage]:
    offsets = _before(house) + sorted(set(house.renewal_after))
    return _begun([Stage(offset, draft.ends) for offset in offsets if draft.ends], draft.starts)


def _of_terms(draft: MembershipDraft, today: date, house: House, ahead: int) -> list[Stage]:
    term = term_of(draft)
    return [
        stage
        for number in _terms(term, today, today + timedelta(days=ahead))
        for stage in _begun(
            [Stage(offset, term.end(number)) for offset in _before(house)], term.start(number)
        )
    ]


def _terms(term: Term, today: date, horizon: date) -> Iterator[int]:
    """The term that runs today, and those beginning until ``horizon``."""
    for number in count(term.running(today)):
        if number > 1 and term.start(number) > horizon:
            return
        yield number


def _before(house: House) -> list[int]:
    return sorted({-days for days in house.renewal_before} | {0})


def _begun(found: list[Stage], starts: date) -> list[Stage]:
    """A talk about the end makes no sense before the beginning: short terms have fewer stages."""
    return [stage for stage in found if stage.due >= starts]
