"""Special requests: written down, answered, kept in time, and closed with what became of them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Gone, Kind
from frontdesk.domain.ids import CustomerId, RequestId, StaffId
from frontdesk.domain.requests import Answer, Request, RequestDraft
from frontdesk.domain.text import LONG
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, lookup, requests, settings, staff
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from tests.support.houses import aino, content

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def asked(desk: Desk, whom: CustomerId, what: str = "Locker 12", **fields: Any) -> RequestId:
    return RequestId(requests.add(desk, RequestDraft(whom, what, **fields)).row)


def found(desk: Desk, whom: CustomerId, which: RequestId) -> Request:
    return next(one for one in requests.of(desk, whom) if one.id == which)


def test_what_somebody_asks_for_is_written_down_as_it_was_said(desk: Desk) -> None:
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    whom, now = aino(desk), desk.now()
    draft = RequestDraft(whom, " Locker 12\nnear the pool ", desk.on_duty, now + HOUR, now + 2 * HOUR)
    changes = requests.add(desk, draft)
    (one,) = requests.of(desk, whom)
    assert one.draft == RequestDraft(
        whom, "Locker 12\nnear the pool", desk.on_duty, now + HOUR, now + 2 * HOUR
    )
    assert (one.asked_at, one.answered_at, one.owner_name, one.customer_name) == (
        now,
        None,
        "Anna",
        "Aino Virtanen",
    )
    assert one.open
    assert (set(changes.kinds), set(changes.customers), changes.row) == ({Kind.REQUESTS}, {whom}, one.id)


def test_tried_twice_it_is_written_down_once(desk: Desk) -> None:
    draft, token = RequestDraft(aino(desk), "Locker 12"), "0b3f1c1e-0000-4000-8000-000000000007"
    assert requests.add(desk, draft, token).row == requests.add(desk, draft, token).row
    assert len(content(desk)["requests"]) == 1


@pytest.mark.parametrize("what", ["", " \n", "\x00"])
def test_something_must_be_asked_for(desk: Desk, what: str) -> None:
    whom = aino(desk)
    with pytest.raises(Refused, match="what was asked for") as new:
        asked(desk, whom, what)
    one = asked(desk, whom)
    with pytest.raises(Refused) as changed:
        requests.change(desk, one, 1, asked=what)
    assert (new.value.field, changed.value.field) == ("asked", "asked")
    assert found(desk, whom, one).draft.asked == "Locker 12"


@pytest.mark.parametrize("field", ["asked", "instead", "outcome"])
def test_more_than_can_be_kept_is_refused_beside_its_field(desk: Desk, field: str) -> None:
    whom = aino(desk)
    one = asked(desk, whom)
    requests.change(desk, one, 1, **{field: "x" * LONG})
    with pytest.raises(Refused, match="Shorten it") as refused:
        requests.change(desk, one, 2, **{field: "x" * (LONG + 1)})
    assert refused.value.field == field
    assert found(desk, whom, one).version == 2


def test_our_own_time_may_not_be_later_than_the_time_promised(desk: Desk) -> None:
    whom, eight = aino(desk), desk.now() + 8 * HOUR
    with pytest.raises(Refused, match="must not be later") as new:
        asked(desk, whom, due=eight + timedelta(seconds=1), promised=eight)
    one = asked(desk, whom, due=eight, promised=eight)
    with pytest.raises(Refused) as later:
        requests.change(desk, one, 1, due=eight + HOUR)
    with pytest.raises(Refused) as sooner:
        requests.change(desk, one, 1, promised=eight - HOUR)
    assert {new.value.field, later.value.field, sooner.value.field} == {"due"}
    assert found(desk, whom, one).draft.due == eight
    requests.change(desk, one, 1, due=eight + HOUR, promised=eight + 2 * HOUR)
    assert found(desk, whom, one).deadline == eight + HOUR


# --- What we said.


def test_a_yes_is_dated_and_may_be_an_exception(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    one = asked(desk, whom)
    clock.instant += HOUR
    requests.answer(desk, one, 1, Answer.YES, exception=True)
    said = found(desk, whom, one)
    assert (said.draft.answer, said.draft.exception, said.answered_at) == (Answer.YES, True, clock.instant)
    assert said.open


def test_something_else_is_offered_in_words(desk: Desk) -> None:
    whom = aino(desk)
    one = asked(desk, whom)
    with pytest.raises(Refused, match="offered instead") as refused:
        requests.answer(desk, one, 1, Answer.INSTEAD, instead=" ")
    assert refused.value.field == "instead"
    assert found(desk, whom, one).draft.answer is None
    requests.answer(desk, one, 1, Answer.INSTEAD, instead="Locker 14")
    said = found(desk, whom, one).draft
    assert (said.answer, said.instead) == (Answer.INSTEAD, "Locker 14")


def test_another_answer_leaves_nothing_of_the_one_before(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    one = asked(desk, whom, answer=Answer.INSTEAD, instead="Locker 14")
    assert found(desk, whom, one).answered_at == clock.instant
    clock.instant += HOUR
    requests.answer(desk, one, 1, Answer.NO)
    said = found(desk, whom, one)
    assert (said.draft.answer, said.draft.instead, said.answered_at) == (Answer.NO, "", clock.instant)
    requests.change(desk, one, 2, answer=None)
    assert found(desk, whom, one).answered_at is None


def test_the_card_remembers_when_we_last_said_yes(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    assert customers.card(desk, whom).last_yes is None
    first, second, third = (asked(desk, whom, what) for what in ("Late checkout", "Window seat", "Dog"))
    for one, said in ((second, Answer.YES), (first, Answer.YES), (third, Answer.NO)):
        clock.instant += DAY
        requests.answer(desk, one, 1, said)
    last = customers.card(desk, whom).last_yes
    assert last is not None
    assert (last.draft.asked, last.answered_at) == ("Late checkout", clock.instant - DAY)
    requests.close(desk, first, 2, "stayed until three")
    assert customers.card(desk, whom).last_yes == found(desk, whom, first)


# --- By when.


@pytest.mark.parametrize("field", ["due", "promised"])
def test_today_shows_what_is_late_and_what_is_due_by_the_days_end(
    desk: Desk, clock: FixedClock, field: str
) -> None:
    settings.change_house(desk, zone="Europe/Helsinki")  # 14:00 there now, and midnight at 22:00 in UTC
    whom, now = aino(desk), desk.now()
    midnight = now + 10 * HOUR
    for what, at in (
        ("tomorrow", midnight + HOUR),
        ("at midnight", midnight),
        ("just before", midnight - timedelta(minutes=1)),
        ("yesterday", now - DAY),
        ("now", now),
    ):
        asked(desk, whom, what, **{field: at})
    asked(desk, whom, "some time")
    shown = today(desk)
    assert [one.draft.asked for one in shown.requests] == ["yesterday", "now", "just before"]
    assert [one.text for one in shown.ahead] == ["at midnight", "tomorrow"]
    assert not [one for one in (*shown.left_over, *shown.due_today) if one.person.id == whom]
    assert [person.id for person in shown.askers] == [whom]
    lines = {one.text: one for one in customers.card(desk, whom).reminders}
    assert [lines[what].late for what in ("yesterday", "now", "just before")] == [True, False, False]
    clock.instant += timedelta(seconds=1)
    assert {one.text: one.late for one in customers.card(desk, whom).reminders}["now"]


def test_what_is_due_is_listed_by_the_hour_for_whoever_is_still_here(desk: Desk) -> None:
    now, whom = desk.now(), aino(desk)
    gone, dead = aino(desk, name="Bo", archived=True), aino(desk, name="Cy", deceased=True)
    last = asked(desk, whom, due=now + HOUR)
    first = asked(desk, whom, promised=now)
    asked(desk, whom, due=now + 2 * HOUR)
    for one in (gone, dead):
        asked(desk, one, due=now)
    assert [one.id for one in requests.due(desk, now + 2 * HOUR)] == [first, last]


# --- How it ends.


def test_a_closed_request_says_what_became_of_it(desk: Desk, clock: FixedClock) -> None:
    lookup.fill(desk)
    whom = aino(desk)
    one = asked(desk, whom, due=desk.now())
    clock.instant += HOUR
    requests.close(desk, one, 1, " moved to 14 ")
    done = found(desk, whom, one).draft
    assert (done.outcome, done.closed) == ("moved to 14", clock.instant)
    assert (today(desk).requests, today(desk).done) == ((), 1)
    assert desk.index.get(whom).usual == "Locker 12"  # type: ignore[union-attr]  # who was just added is there


def test_it_can_be_opened_again(desk: Desk) -> None:
    whom = aino(desk)
    one = asked(desk, whom, due=desk.now())
    requests.close(desk, one, 1)
    requests.change(desk, one, 2, closed=None)
    assert [shown.id for shown in today(desk).requests] == [one]
    assert today(desk).done == 0


def test_open_ones_come_first_and_the_closed_newest_first(desk: Desk, clock: FixedClock) -> None:
    whom, now = aino(desk), desk.now()
    moments: list[tuple[str, datetime | None]] = [
        ("old", None),
        ("older", None),
        ("late", now + 2 * HOUR),
        ("soon", now + HOUR),
        ("whenever", None),
    ]
    rows: dict[str, RequestId] = {}
    for what, due in moments:
        clock.instant += timedelta(minutes=1)
        rows[what] = asked(desk, whom, what, due=due)
    for what in ("older", "old"):
        requests.close(desk, rows[what], 1)
    listed = [one.draft.asked for one in requests.of(desk, whom)]
    assert listed == ["soon", "late", "whenever", "older", "old"]


def test_the_second_to_close_it_is_told(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk)
    one = asked(desk, whom)
    requests.close(other_desk, one, 1, "done")
    with pytest.raises(ChangedMeanwhile) as caught:
        requests.close(desk, one, 1, "came to nothing")
    assert ("outcome", "", "done") in {(was.field, was.old, was.new) for was in caught.value.changes}
    assert found(desk, whom, one).draft.outcome == "done"


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: requests.change(desk, RequestId(4711), 1, asked="x"),
        lambda desk: requests.close(desk, RequestId(4711), 1),
        lambda desk: requests.add(desk, RequestDraft(CustomerId(4711), "x")),
    ],
)
def test_what_is_not_there_is_said_to_be_gone(desk: Desk, act: Callable[[Desk], object]) -> None:
    with pytest.raises(Gone):
        act(desk)
    assert not content(desk)["requests"]
