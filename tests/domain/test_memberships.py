"""Which memberships are still to be talked about."""

import pytest

from frontdesk.domain.memberships import EndedWhy, awaiting_renewal, check
from frontdesk.foundation.errors import Refused
from tests.support.people import membership

OLD = membership("2025-12-01", "2026-11-30")


def test_a_membership_with_an_end_awaits_its_renewal() -> None:
    assert awaiting_renewal([OLD]) == [OLD]


def test_one_without_an_end_awaits_nothing() -> None:
    assert not awaiting_renewal([membership("2025-12-01", None)])


@pytest.mark.parametrize("why", EndedWhy)
def test_one_that_is_over_awaits_nothing(why: EndedWhy) -> None:
    assert not awaiting_renewal([membership("2025-12-01", "2026-11-30", ended_why=why)])


@pytest.mark.parametrize("until", ["2027-11-30", None])
def test_the_next_one_of_the_plan_takes_its_place(until: str | None) -> None:
    new = membership("2026-12-01", until, id=32)
    assert OLD not in awaiting_renewal([OLD, new])
    assert OLD not in awaiting_renewal([new, OLD])


def test_the_name_of_the_plan_may_be_written_another_way() -> None:
    new = membership("2026-12-01", "2027-11-30", id=32, plan=" GOLD")
    assert awaiting_renewal([OLD, new]) == [new]


def test_a_longer_one_from_the_same_day_takes_its_place() -> None:
    longer = membership("2025-12-01", "2027-05-31", id=32)
    assert awaiting_renewal([OLD, longer]) == [longer]


@pytest.mark.parametrize(
    ("starts", "ends", "plan"),
    [
        ("2026-12-01", "2027-11-30", "Towels"),  # another plan
        ("2024-12-01", "2025-11-30", "Gold"),  # the one before
        ("2026-01-01", "2026-03-31", "Gold"),  # within it
        ("2025-06-01", "2027-05-31", "Gold"),  # given up before this one began
    ],
)
def test_other_memberships_leave_it_waiting(starts: str, ends: str, plan: str) -> None:
    other = membership(starts, ends, id=32, plan=plan, ended_why=EndedWhy.LAPSED)
    assert awaiting_renewal([OLD, other]) == [OLD]


@pytest.mark.parametrize("starts", ["2026-03-01", "2027-03-01"])
def test_one_that_begins_long_before_its_end_or_long_after_it_is_one_of_its_own(starts: str) -> None:
    other = membership(starts, "2028-02-28", id=32)
    assert OLD in awaiting_renewal([OLD, other])


def test_one_that_was_given_up_says_nothing_of_the_one_before() -> None:
    new = membership("2026-12-01", "2027-11-30", id=32, ended_why=EndedWhy.CANCELLED)
    assert awaiting_renewal([OLD, new]) == [OLD]


def test_a_membership_needs_a_plan_and_days_in_order() -> None:
    check(OLD.draft)
    check(membership("2026-01-01", "2026-01-01").draft)
    with pytest.raises(Refused) as no_plan:
        check(membership("2026-01-01", "2026-12-31", plan="  ").draft)
    with pytest.raises(Refused) as backwards:
        check(membership("2026-01-02", "2026-01-01").draft)
    assert (no_plan.value.field, backwards.value.field) == ("plan", "ends")
