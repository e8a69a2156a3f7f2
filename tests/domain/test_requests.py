"""What somebody asked for, by when, and what we said last time."""

from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.requests import Answer, check, last_yes
from frontdesk.foundation.errors import Refused
from tests.support.people import request

EIGHT = datetime(2026, 11, 22, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_our_own_time_is_the_deadline_and_the_customers_where_we_have_none() -> None:
    assert request(due=EIGHT - HOUR, promised=EIGHT).deadline == EIGHT - HOUR
    assert request(promised=EIGHT).deadline == EIGHT
    assert request().deadline is None


def test_a_request_is_open_until_it_is_closed() -> None:
    assert request(answer=Answer.YES).open
    assert not request(closed=EIGHT).open


def test_our_own_time_may_not_be_later_than_the_promise() -> None:
    check(request(due=EIGHT, promised=EIGHT).draft)
    with pytest.raises(Refused) as later:
        check(request(due=EIGHT + HOUR, promised=EIGHT).draft)
    assert later.value.field == "due"


def test_something_must_be_asked_for_and_something_offered_instead() -> None:
    with pytest.raises(Refused) as nothing:
        check(request(" ").draft)
    with pytest.raises(Refused) as no_offer:
        check(request(answer=Answer.INSTEAD).draft)
    assert (nothing.value.field, no_offer.value.field) == ("asked", "instead")


def test_the_last_yes_is_the_one_answered_last() -> None:
    old = request("Late checkout", id=1, answer=Answer.YES, asked_at=EIGHT - 9 * HOUR)
    new = request("Window seat", id=2, answer=Answer.YES, asked_at=EIGHT - 5 * HOUR)
    refused = request("Dog", id=3, answer=Answer.NO, asked_at=EIGHT)
    assert last_yes([new, refused, old]) == new
    assert last_yes([refused]) is None
