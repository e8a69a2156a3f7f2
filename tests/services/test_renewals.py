"""Whose membership ends, the most at risk first, and the sheet for the talk."""

from datetime import timedelta

import pytest

from frontdesk.domain.changes import Gone
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.risk import Sign
from frontdesk.domain.visits import VisitDraft
from frontdesk.services import customers, memberships, plans, renewals, requests, talks, visits
from frontdesk.services.desk import Desk
from frontdesk.services.memberships import Following
from tests.support.houses import aino

DAY = timedelta(days=1)


def member(desk: Desk, name: str, days: int, plan: str = "Gold", **fields: object) -> tuple[CustomerId, int]:
    whom = aino(desk, name=name, first_seen=desk.today() - 700 * DAY)
    ends = desk.today() + days * DAY
    draft = MembershipDraft(whom, plan, ends - 364 * DAY, ends, **fields)  # type: ignore[arg-type]
    return whom, memberships.add(desk, draft).row


def came(desk: Desk, whom: CustomerId, *back: int) -> None:
    for days in back:
        visits.log(desk, VisitDraft(whom, desk.today() - days * DAY))


def listed(desk: Desk, days: int = 30) -> list[str]:
    return [one.person.name for one in renewals.ending(desk, days)]


def test_only_what_ends_soon_or_is_over_with_nothing_said_is_listed(desk: Desk) -> None:
    for name, days in (("Near", 9), ("Far", 31), ("Over", -50)):
        member(desk, name, days)
    member(desk, "Itself", 20, renews_itself=True)
    gone, _ = member(desk, "Gone", 5)
    customers.change(desk, gone, customers.get(desk, gone).version, deceased=True)
    _, left = member(desk, "Left", 5)
    memberships.end(desk, MembershipId(left), 1, reason="Health")
    assert set(listed(desk)) == {"Near", "Over", "Itself"}
    assert set(listed(desk, 40)) == {"Near", "Over", "Itself", "Far"}


def test_one_that_renews_itself_is_listed_by_the_term_that_runs(desk: Desk) -> None:
    member(desk, "Itself", -340, renews_itself=True)
    (one,) = renewals.ending(desk, 30)
    assert one.ends == desk.today() + 25 * DAY


def test_the_most_at_risk_come_first(desk: Desk) -> None:
    plans.add(desk, PlanDraft("Gold", months=12, price=50000))
    plans.add(desk, PlanDraft("Monthly", months=1, price=3000))
    missed, _ = member(desk, "Missed", 20)
    came(desk, missed, 100, 107, 114, 121)
    steady, _ = member(desk, "Steady", 2)
    came(desk, steady, 1, 8, 15, 22)
    member(desk, "Small", 1, plan="monthly")
    assert listed(desk) == ["Missed", "Steady", "Small"]
    first, second, third = renewals.ending(desk, 30)
    assert first.signs == (Sign.SLEEPING,)
    assert second.signs == ()
    assert (first.yearly, third.yearly) == (50000, 36000)


def test_without_a_price_it_is_worth_what_was_spent_in_a_year(desk: Desk) -> None:
    whom, _ = member(desk, "Salon", 10)
    for days, amount in ((10, 4000), (200, 5000), (400, 90000)):
        visits.log(desk, VisitDraft(whom, desk.today() - days * DAY, amount=amount))
    (one,) = renewals.ending(desk, 30)
    assert one.yearly == 9000


def test_the_signs_are_those_of_somebody_who_may_leave(desk: Desk) -> None:
    whom, key = member(desk, "Aino", -3)
    came(desk, whom, *range(5, 30, 8), *range(370, 700, 20))
    requests.add(desk, RequestDraft(whom, "Locker 12", due=desk.now() - DAY))
    talks.not_reached(desk, MembershipId(key))
    (one,) = renewals.ending(desk, 30)
    assert set(one.signs) == {Sign.ENDED, Sign.SELDOMER, Sign.LATE_REQUEST, Sign.NOT_REACHED}
    assert one.years == 1


def test_the_sheet_has_all_that_a_talk_needs(desk: Desk) -> None:
    plans.add(desk, PlanDraft("Gold", months=12, price=50000))
    whom, key = member(desk, "Aino", 7)
    came(desk, whom, *range(1, 300, 30), *range(366, 700, 15))
    ends = desk.today() + 7 * DAY
    talks.renewed(desk, MembershipId(key), 1, Following(ends + 20 * DAY), "likes the mornings")
    requests.add(desk, RequestDraft(whom, "Locker 12"))
    (one,) = renewals.ending(desk, 30)
    sheet = renewals.sheet(desk, one.membership.id, whom)
    assert (sheet.gap, sheet.gap_before) == (30, 15)
    assert (sheet.renewals, sheet.ending.coming.this_year) == (1, 10)
    assert [each.draft.words for each in sheet.talks] == ["likes the mornings"]
    assert [each.draft.asked for each in sheet.requests] == ["Locker 12"]
    assert sheet.plan == PlanDraft("Gold", months=12, price=50000)


def test_there_is_no_sheet_for_what_is_over(desk: Desk) -> None:
    whom, key = member(desk, "Aino", 7)
    memberships.end(desk, MembershipId(key), 1)
    with pytest.raises(Gone):
        renewals.sheet(desk, MembershipId(key), whom)
