"""The terms of a membership that renews itself, each worked out from the first."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.domain.memberships import MembershipDraft

_ONE_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Term:
    """How long one term lasts: whole ``months`` where there are any, ``days`` otherwise.

    ``inclusive`` is 1 where the last day is the eve of the same day (1 January to 31 December), 0 where
    it is that day itself (1 January to 1 January).
    """

    starts: date
    months: int
    days: int
    inclusive: int

    def end(self, number: int) -> date:
        """The last day of term ``number``, counted from 1.

        Worked out from the first day, never from the term before, so that no month's end wanders.
        """
        if self.months:
            return add_months(self.starts, self.months * number) - timedelta(days=self.inclusive)
        return self.starts + timedelta(days=self.days * number - 1)

    def start(self, number: int) -> date:
        """The first day of term ``number``."""
        return self.starts if number == 1 else self.end(number - 1) + _ONE_DAY

    def running(self, today: date) -> int:
        """The number of the term that runs on ``today``: the first that has not ended."""
        longest = 31 * self.months or self.days
        number = max(1, (today - self.starts).days // longest)
        while self.end(number) < today:
            number += 1
        return number


def running_end(draft: MembershipDraft, today: date) -> date | None:
    """The last day of the term that runs on ``today``, or the only one; None for one without an end."""
    if draft.last_day is None or not draft.renews_itself:
        return draft.last_day
    term = term_of(draft)
    return term.end(term.running(today))


def term_of(draft: MembershipDraft) -> Term:
    """The length of a membership with an end, in whole months where they fit, in days otherwise."""
    if draft.ends is None:
        raise ValueError("a membership without an end has no term")
    for inclusive in (1, 0):
        after = draft.ends + timedelta(days=inclusive)
        months = (after.year - draft.starts.year) * 12 + after.month - draft.starts.month
        if months > 0 and add_months(draft.starts, months) == after:
            return Term(draft.starts, months, 0, inclusive)
    return Term(draft.starts, 0, (draft.ends - draft.starts).days + 1, 1)
