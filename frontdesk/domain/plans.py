"""Plans: what a membership can be bought as, for how long and for how much."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from frontdesk.domain.ids import PlanId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.terms import add_months, term_of
from frontdesk.domain.text import LINE, check_length
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

LONGEST_MONTHS = 120
LONGEST_DAYS = 3660
_DAYS_IN_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as written down: it lasts whole ``months``, or ``days``; one of them is 0.

    ``price`` is for one term, in hundredths of the house's currency, None where it is not said.
    """

    name: str
    months: int = 0
    days: int = 0
    price: int | None = None
    active: bool = True

    def last_day(self, starts: date) -> date:
        """The last day of a membership that begins on ``starts``: the eve of the same day."""
        return add_months(starts, self.months) + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as stored."""

    id: PlanId
    version: int
    draft: PlanDraft


def folded(name: str) -> str:
    """What two names have in common that are the same to a reader: “Silver” and “SILVER”."""
    return normalize("NFKC", name).strip().casefold()


def named(every: Iterable[Plan], name: str) -> PlanDraft | None:
    """The plan that a membership's own words mean, where there is one."""
    wanted = folded(name)
    return next((one.draft for one in every if folded(one.draft.name) == wanted), None)


def check(draft: PlanDraft) -> None:
    """Raise :class:`Refused` beside a field that cannot stand."""
    if not draft.name.strip():
        raise Refused(tr("Write the name of the plan."), "name")
    check_length(draft.name, LINE, "name")
    if not (0 <= draft.months <= LONGEST_MONTHS and 0 <= draft.days <= LONGEST_DAYS):
        raise Refused(tr("A plan lasts from one day to ten years."), "months")
    if bool(draft.months) is bool(draft.days):
        raise Refused(tr("Say how long it lasts: in months or in days."), "months")
    if draft.price is not None and not 0 <= draft.price <= 10**12:
        raise Refused(tr("A price is 0 or more."), "price")


def following(old: MembershipDraft, starts: date, plan: PlanDraft | None) -> date:
    """The last day of what follows a membership: by its plan, or as long as the one before."""
    if plan is not None:
        return plan.last_day(starts)
    if old.last_day is None:
        return add_months(starts, 12) - timedelta(days=1)
    term = term_of(old)
    after = add_months(starts, term.months) if term.months else starts + timedelta(days=term.days)
    return after - timedelta(days=1)


def yearly(plan: PlanDraft) -> float | None:
    """What a plan costs in a year, in hundredths; None where it has no price."""
    if plan.price is None:
        return None
    return plan.price * (12 / plan.months if plan.months else _DAYS_IN_A_YEAR / plan.days)
