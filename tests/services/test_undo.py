"""Undo: whatever a person can do is taken back and done again; what somebody has built upon stays."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import (
    ChangeId,
    CustomerId,
    MembershipId,
    OccasionId,
    RequestId,
    StaffId,
    VisitId,
)
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Fate, Rule
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.errors import Refused
from frontdesk.services import (
    customers,
    memberships,
    occasions,
    photos,
    reminders,
    requests,
    settings,
    staff,
    visits,
)
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support import houses
from tests.support.houses import aino, furnish, picture

Deed = Callable[[Desk, CustomerId], Changes]


def see_to(desk: Desk, whom: CustomerId, fate: Fate, until: date | None = None) -> Changes:
    """Say something about their renewal, of which nothing has been said yet."""
    renewal = next(one for one in customers.card(desk, whom).reminders if one.rule is Rule.RENEWAL)
    return reminders.mark(desk, renewal, fate, until)


def version(desk: Desk, whom: CustomerId) -> int:
    return customers.get(desk, whom).version


DEEDS: dict[str, Deed] = {
    "add a person": lambda desk, _whom: customers.add(desk, CustomerDraft(name="Eino", phones=("1",))),
    "change a card": lambda desk, whom: customers.change(
        desk, whom, version(desk, whom), name="Aino Laine", phones=(), tags=("new",), birthday=None, card="7"
    ),
    "archive": lambda desk, whom: customers.archive(desk, whom, version(desk, whom)),
    "log a visit": lambda desk, whom: visits.log_now(desk, whom, note="knee", amount=5),
    "log an old visit": lambda desk, whom: visits.log(desk, VisitDraft(whom, date(2019, 1, 1))),
    "change a visit": lambda desk, _whom: visits.change(
        desk, VisitId(1), 1, note="x", day=date(2020, 1, 1), amount=None
    ),
    "give a visit to another": lambda desk, _whom: visits.change(desk, VisitId(1), 1, customer=2),
    "write a request down": lambda desk, whom: requests.add(
        desk, RequestDraft(whom, "Window", None, desk.now())
    ),
    "answer a request": lambda desk, _whom: requests.answer(
        desk, RequestId(1), 1, Answer.YES, exception=True
    ),
    "close a request": lambda desk, _whom: requests.close(desk, RequestId(1), 1, "moved"),
    "begin a membership": lambda desk, whom: memberships.add(
        desk, MembershipDraft(whom, "Pool", desk.today())
    ),
    "renew a membership": lambda desk, _whom: memberships.renew(desk, MembershipId(1), 1, date(2027, 12, 1)),
    "give a membership up": lambda desk, _whom: memberships.end(desk, MembershipId(1), 1),
    "write a yearly day down": lambda desk, whom: occasions.add(
        desk, OccasionDraft(whom, "name day", PartialDate(2, 29))
    ),
    "take a yearly day away": lambda desk, _whom: occasions.remove(desk, OccasionId(1), 1),
    "another photo": lambda desk, whom: photos.put(desk, whom, picture("blue")),
    "take the photo away": photos.take_away,
    "see to a reminder": lambda desk, whom: see_to(desk, whom, Fate.DONE),
    "skip a reminder": lambda desk, whom: see_to(desk, whom, Fate.SKIPPED),
    "put a reminder off": lambda desk, whom: see_to(desk, whom, Fate.SNOOZED, desk.today() + timedelta(2)),
    "add to the staff": lambda desk, _whom: staff.add(desk, "Bo"),
    "rename the staff": lambda desk, _whom: staff.change(
        desk, StaffId(1), 1, name="Anna Laine", active=False
    ),
    "change the house": lambda desk, _whom: settings.change_house(desk, name="Gym", zone="UTC", lead_days=9),
}


def content(desk: Desk) -> houses.Content:
    """What is in a house, but for the keys of lines in lists, which are written anew."""
    found = houses.content(desk)
    for name in ("phones", "emails", "tags"):
        lines = [{k: v for k, v in row.items() if k != "id"} for row in found[name]]
        found[name] = sorted(lines, key=lambda row: (row["customer_id"], row["position"]))
    return found


def on_the_list(desk: Desk) -> object:
    """What Today shows, line by line."""
    day = today(desk)
    lines = [(one.key, one.text) for one in (*day.left_over, *day.due_today, *day.ahead)]
    return lines, [one.draft for one in day.requests], [one.visit.draft for one in day.arrivals], day.done


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_is_done_is_undone_and_done_again(desk: Desk, deed: str) -> None:
    desk.fill_index()
    whom = furnish(desk)
    before, seen = content(desk), on_the_list(desk)
    done = DEEDS[deed](desk, whom)
    after = content(desk)
    assert after != before
    undone = undo(desk, done.id)
    assert content(desk) == before
    assert (undone.kinds, undone.customers) == (done.kinds, done.customers)
    assert on_the_list(desk) == seen
    with pytest.raises(Refused, match="nothing left to undo"):
        undo(desk, done.id)
    assert content(desk) == before
    again = undo(desk, undone.id)
    assert content(desk) == after
    undo(desk, again.id)
    assert content(desk) == before


def test_what_was_never_done_cannot_be_undone(desk: Desk) -> None:
    with pytest.raises(Refused, match="nothing left to undo"):
        undo(desk, ChangeId("0b3f1c1e-0000-4000-8000-000000000007"))


# --- What somebody has built upon.


def refused(desk: Desk, change: ChangeId) -> None:
    """It is refused with a sentence, and all is left as it was."""
    before = content(desk)
    with pytest.raises(Refused, match="Nothing was undone"):
        undo(desk, change)
    assert content(desk) == before


@pytest.mark.parametrize(
    "deed",
    ["log a visit", "write a request down", "begin a membership", "write a yearly day down", "another photo"],
)
def test_a_person_about_whom_something_is_written_is_not_taken_away(desk: Desk, deed: str) -> None:
    added = customers.add(desk, CustomerDraft(name="Eino"))
    written = DEEDS[deed](desk, CustomerId(added.row))
    refused(desk, added.id)
    undo(desk, written.id)
    undo(desk, added.id)
    assert not content(desk)["customers"]


def test_a_visit_that_was_changed_since_stays(desk: Desk, other_desk: Desk) -> None:
    came = visits.log_now(desk, aino(desk))
    noted = visits.change(other_desk, VisitId(came.row), 1, note="asked about the pool")
    refused(desk, came.id)
    undo(desk, noted.id)
    undo(desk, came.id)
    assert not content(desk)["visits"]


def test_of_several_fields_all_go_back_or_none(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk, likes="tea")
    changed = customers.change(desk, whom, 1, likes="coffee", nickname="Aikku")
    customers.change(other_desk, whom, 2, nickname="Ainukka")
    refused(desk, changed.id)
    customers.change(other_desk, whom, 3, nickname="Aikku")  # as it was
    undo(desk, changed.id)
    assert (customers.get(desk, whom).draft.likes, customers.get(desk, whom).draft.nickname) == ("tea", "")


def test_other_fields_may_have_been_changed_since(desk: Desk) -> None:
    whom = aino(desk, likes="tea")
    changed = customers.change(desk, whom, 1, likes="coffee")
    customers.change(desk, whom, 2, nickname="Aikku")
    undo(desk, changed.id)
    assert (customers.get(desk, whom).draft.likes, customers.get(desk, whom).draft.nickname) == (
        "tea",
        "Aikku",
    )


def test_a_visit_does_not_go_back_to_somebody_who_is_not_there(desk: Desk) -> None:
    added = customers.add(desk, CustomerDraft(name="Eino"))
    whom = aino(desk)
    visit = VisitId(visits.log_now(desk, CustomerId(added.row)).row)
    given = visits.change(desk, visit, 1, customer=whom)
    undo(desk, added.id)
    refused(desk, given.id)
    assert visits.get(desk, visit).draft.customer == whom


def test_a_card_number_that_was_given_away_does_not_come_back(desk: Desk) -> None:
    whom = aino(desk, card="1001")
    given = customers.change(desk, whom, 1, card="")
    added = customers.add(desk, CustomerDraft(name="Eino", card="1002"))
    gone = undo(desk, added.id)
    customers.add(desk, CustomerDraft(name="Bo", card="1001"))
    customers.add(desk, CustomerDraft(name="Cy", card="1002"))
    before = content(desk)
    for change in (given.id, gone.id):
        with pytest.raises(Refused):
            undo(desk, change)
        assert content(desk) == before


def test_what_was_said_of_a_reminder_anew_is_not_said_twice(desk: Desk) -> None:
    whom = furnish(desk)
    gone = undo(desk, see_to(desk, whom, Fate.DONE).id)
    see_to(desk, whom, Fate.SKIPPED)
    refused(desk, gone.id)


def test_a_photo_put_in_place_of_one_that_was_undone_stays(desk: Desk) -> None:
    whom = aino(desk)
    gone = undo(desk, photos.put(desk, whom, picture("red")).id)
    photos.put(desk, whom, picture("blue"))
    refused(desk, gone.id)


def test_a_visit_tried_again_after_its_undo_is_not_doubled(desk: Desk) -> None:
    whom, token = aino(desk), "0b3f1c1e-0000-4000-8000-000000000007"
    gone = undo(desk, visits.log_now(desk, whom, token=token).id)
    visits.log_now(desk, whom, token=token)
    refused(desk, gone.id)
    assert customers.get(desk, whom).visit_count == 1
