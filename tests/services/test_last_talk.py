"""The last talk about a membership stands until somebody has talked, whatever was said of it before."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.ledger import Wanted
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.reminders import Fate, Reminder, Rule
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import ledger, memberships, reminders, settings, talks
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino

DAY = timedelta(days=1)


def gold(desk: Desk, ends: date) -> MembershipId:
    whom = CustomerId(aino(desk, first_seen=None))
    return MembershipId(memberships.add(desk, MembershipDraft(whom, "Gold", ends - 365 * DAY, ends)).row)


def listed(desk: Desk) -> list[Reminder]:
    day = today(desk)
    return [one for one in day.left_over + day.due_today if one.rule is Rule.RENEWAL]


def fates(desk: Desk) -> list[tuple[str, str]]:
    found = ledger.entries(desk, Wanted())
    return [(one.key[0], one.fate(desk.today()).value) for one in found if one.rule is Rule.RENEWAL]


def test_one_that_was_skipped_before_it_was_the_last_comes_back(desk: Desk, clock: FixedClock) -> None:
    gold(desk, desk.today() - 14 * DAY)
    ledger.keep_all(desk)
    (fortnight,) = listed(desk)
    assert (fortnight.stage, fortnight.needs_talk) == ("renewal+14", False)
    reminders.mark(desk, fortnight, Fate.SKIPPED)
    ledger.keep_all(desk)
    assert (listed(desk), fates(desk)) == ([], [("renewal+14", "skipped")])
    settings.change_house(desk, renewal_after=(1, 14))
    ledger.keep_all(desk)
    assert [one.needs_talk for one in listed(desk)] == [True]
    assert fates(desk) == [("renewal+14", "open")]
    assert ledger.look_back(desk, Wanted()).fates == {Fate.OPEN: 1}
    clock.instant += 90 * DAY
    ledger.keep_all(desk)
    assert fates(desk) == [("renewal+14", "open")]


def test_the_ledger_knows_that_it_has_become_the_last(desk: Desk) -> None:
    gold(desk, desk.today() - 14 * DAY)
    ledger.keep_all(desk)
    settings.change_house(desk, renewal_after=(1, 14))
    ledger.keep_all(desk)
    (entry,) = [one for one in ledger.entries(desk, Wanted()) if one.rule is Rule.RENEWAL]
    with pytest.raises(Refused, match="what came of the talk"):
        reminders.settle(desk, entry, Fate.SKIPPED)


def test_after_a_talk_it_is_done_at_once_and_open_again_when_that_is_undone(desk: Desk) -> None:
    held = gold(desk, desk.today() - 30 * DAY)
    ledger.keep_all(desk)
    assert fates(desk) == [("renewal+30", "open")]
    talked = talks.thinking(desk, held, desk.today() + 3 * DAY)
    assert fates(desk) == [("renewal+30", "done")]
    ledger.keep_all(desk)
    assert fates(desk) == [("renewal+30", "done")]
    undo(desk, talked.id)
    ledger.keep_all(desk)
    assert [one.stage for one in listed(desk)] == ["renewal+30"]
    assert fates(desk) == [("renewal+30", "open")]


def test_a_day_that_was_agreed_upon_twice_comes_twice(desk: Desk, clock: FixedClock) -> None:
    held, again = gold(desk, desk.today() + 20 * DAY), desk.today() + 3 * DAY
    talks.thinking(desk, held, again)
    clock.instant += 2 * DAY
    ahead = next(one for one in today(desk).ahead if one.stage == "renewal-again")
    reminders.mark(desk, ahead, Fate.SKIPPED)
    talks.thinking(desk, held, again)
    clock.instant += DAY
    assert [one.stage for one in listed(desk)] == ["renewal-again"]


def test_nobody_thinks_for_years(desk: Desk) -> None:
    held = gold(desk, desk.today() + 20 * DAY)
    with pytest.raises(Refused, match="within a year") as refused:
        talks.thinking(desk, held, desk.today() + 400 * DAY)
    assert refused.value.field == "until"
