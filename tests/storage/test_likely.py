"""Who is likely at the desk: who is here, who comes every week, and to whom something was promised."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.ids import CustomerId, RequestId
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import lookup, requests, settings, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import likely
from frontdesk.storage import visits as stored
from tests.support.houses import aino


def came(desk: Desk, whom: CustomerId, *days: date) -> None:
    with desk.store.write(desk.now()) as work:
        for day in days:
            stored.add(work, VisitDraft(whom, day))


def weeks_ago(desk: Desk, *weeks: int) -> list[date]:
    return [desk.today() - timedelta(weeks=ago) for ago in weeks]


def here(desk: Desk) -> list[int]:
    return lookup.likely(desk)[0]


def expected(desk: Desk) -> list[int]:
    return lookup.likely(desk)[1]


def test_who_is_here_is_named_once_and_the_latest_first(desk: Desk, clock: FixedClock) -> None:
    first, second, untimed, yesterday = (aino(desk) for _ in range(4))
    came(desk, untimed, desk.today())
    came(desk, yesterday, desk.today() - timedelta(1), desk.today() + timedelta(1))
    for whom in (first, second, first):
        clock.instant += timedelta(minutes=5)
        visits.log_now(desk, whom)
    assert here(desk) == [first, second, untimed]


def test_who_came_on_this_day_in_two_of_four_weeks_is_expected(desk: Desk) -> None:
    always, lately, earlier, once, often_on_one_day, long_ago, other_day = (aino(desk) for _ in range(7))
    came(desk, earlier, *weeks_ago(desk, 3, 4))
    came(desk, always, *weeks_ago(desk, 1, 2, 3, 4))
    came(desk, lately, *weeks_ago(desk, 1, 2))
    came(desk, once, *weeks_ago(desk, 1, 5))
    came(desk, often_on_one_day, *weeks_ago(desk, 1, 1, 1))
    came(desk, long_ago, *weeks_ago(desk, 5, 6, 7))
    came(desk, other_day, *(day + timedelta(1) for day in weeks_ago(desk, 1, 2, 3)))
    assert expected(desk) == [always, lately, earlier]
    assert here(desk) == []


def due(whom: CustomerId, at: datetime) -> RequestDraft:
    return RequestDraft(whom, "towel", due=at)


def promised(whom: CustomerId, at: datetime) -> RequestDraft:
    return RequestDraft(whom, "towel", promised=at)


@pytest.mark.parametrize("asked", [due, promised])
def test_who_was_promised_something_today_is_expected(
    desk: Desk, asked: Callable[[CustomerId, datetime], RequestDraft]
) -> None:
    settings.change_house(desk, zone="Asia/Kolkata")
    zone = ZoneInfo("Asia/Kolkata")
    first, last, before, after, closed, regular = (aino(desk) for _ in range(6))
    today = desk.today()
    came(desk, regular, *weeks_ago(desk, 1, 2))
    for whom, day, at in (
        (first, 0, time(0)),
        (last, 0, time(23, 59)),
        (before, -1, time(23, 59)),
        (after, 1, time(0)),
    ):
        requests.add(desk, asked(whom, datetime.combine(today + timedelta(days=day), at, zone)))
    done = requests.add(desk, asked(closed, desk.now())).row
    requests.change(desk, RequestId(done), 1, closed=desk.now())
    assert expected(desk) == [regular, first, last]


def test_a_regular_who_was_promised_something_comes_before_other_regulars(desk: Desk) -> None:
    one, other = aino(desk), aino(desk)
    for whom in (one, other):
        came(desk, whom, *weeks_ago(desk, 1, 2))
    requests.add(desk, RequestDraft(other, "towel", due=desk.now()))
    assert expected(desk) == [other, one]


def test_no_more_are_named_than_can_be_meant(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "MOST", 2)
    for _ in range(3):
        whom = aino(desk)
        came(desk, whom, desk.today(), *weeks_ago(desk, 1, 2))
        requests.add(desk, RequestDraft(whom, "towel", due=desk.now()))
    assert len(here(desk)) == len(expected(desk)) == 2
