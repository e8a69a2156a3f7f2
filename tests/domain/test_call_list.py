"""Which reminders need a call, and what one call is about."""

from datetime import date
from typing import Any

import pytest

from frontdesk.domain.call_list import needs_call, thread
from frontdesk.domain.reminders import Reminder, Rule
from tests.support.people import facts

DAY = date(2026, 11, 22)


def reminder(rule: Rule = Rule.RENEWAL, stage: str = "renewal-7", number: int = 7, **known: Any) -> Reminder:
    return Reminder(rule, stage, 31, DAY, DAY, facts(**known), "ends", number)


@pytest.mark.parametrize(
    ("one", "needed"),
    [
        (reminder(), True),
        (reminder(number=8), False),
        (reminder(number=-40), True),
        (reminder(stage="renewal-again", number=30), True),
        (reminder(Rule.OVERDUE, "lost", 9), True),
        (reminder(Rule.BIRTHDAY, "birthday", 5), False),
        (reminder(Rule.SECOND_VISIT, "second visit"), False),
        (reminder(left_alone=True), False),
        (reminder(deceased=True), False),
        (reminder(archived=True), False),
    ],
)
def test_what_needs_a_call(one: Reminder, needed: bool) -> None:
    assert needs_call(one) is needed


def test_a_renewal_without_an_end_needs_none() -> None:
    assert not needs_call(reminder()._replace(number=None))


def test_one_call_is_about_all_that_follows() -> None:
    assert thread(("renewal-7", 31, DAY)) == thread(("renewal+14", 31, date(2026, 12, 3)))
    assert thread(("renewal-7", 31, DAY)) != thread(("renewal-7", 32, DAY))
    assert thread(("overdue", 7, DAY)) == thread(("lost", 7, DAY))
    assert thread(("overdue", 7, DAY)) != thread(("overdue", 7, date(2026, 12, 3)))
    assert thread(("birthday", 7, DAY)) != thread(("news", 7, DAY))
