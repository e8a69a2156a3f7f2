"""What today holds, for another program."""

import json
from datetime import timedelta
from typing import Any

from frontdesk.domain.reminders import Rule
from frontdesk.reports.today_json import as_items, as_json
from tests.support.morning import LOCKER, NOW, RAMAN, a_morning, a_reminder, a_today


def test_every_item_has_the_same_shape() -> None:
    items = json.loads(as_json(a_morning()))
    assert [item["kind"] for item in items] == [
        "renewal",
        "birthday",
        "renewal",
        "milestone",
        "birthday",
        "request",
        "request",
        "occasion",
        "birthday",
        "renewal",
    ]
    for item in items:
        assert list(item) == ["kind", "due", "person", "text", "facts"]
        assert list(item["person"]) == ["id", "name"]
        assert set(items[0]["facts"]) <= set(item["facts"])


def test_a_birthday_carries_what_a_note_needs() -> None:
    assert as_items(a_today(due_today=(a_reminder(RAMAN),))) == [
        {
            "kind": "birthday",
            "due": "2026-11-22",
            "person": {"id": 1, "name": "ராமன் கிருஷ்ணமூர்த்தி"},
            "text": "turns 40 today",
            "facts": {
                "stage": "birthday",
                "section": "today",
                "starts": "2026-11-22",
                "number": 40,
                "at": None,
                "late": False,
                "last_visit": "2026-11-19",
                "visits": 88,
                "likes": "green tea, window seat",
                "last_note": "Asked about\nthe pool hours",
                "must_know": "Nut allergy",
                "phone": "040 555 0101",
                "second_spelling": "Raman Krishnamurthy",
                "say_it": "RAA-mun",
            },
        }
    ]


def test_a_promise_says_when_it_is_due_and_to_whom() -> None:
    [item] = as_items(a_today(requests=(LOCKER,), askers=(RAMAN,)))
    facts: Any = item["facts"]
    assert (item["kind"], item["due"], item["text"]) == ("request", "2026-11-22", "Locker 12")
    assert (facts["at"], facts["promised"]) == ("2026-11-22T16:00:00+00:00", "2026-11-22T18:00:00+00:00")
    assert (facts["owner"], facts["phone"], facts["late"]) == ("Anna", "040 555 0101", False)


def test_where_things_stand_is_told() -> None:
    sections: list[Any] = [item["facts"] for item in as_items(a_morning())]
    assert [one["section"] for one in sections] == ["left over"] + ["today"] * 5 + ["ahead"] * 4


def test_the_name_is_the_name_as_stored() -> None:
    odd = " <b>Aino</b>\u202e\x07 " + "W" * 10_000
    text = as_json(a_today(due_today=(a_reminder(RAMAN._replace(name=odd)),)))
    assert json.loads(text)[0]["person"]["name"] == odd


def test_scripts_are_written_and_not_escaped() -> None:
    assert "ராமன்" in as_json(a_morning())


def test_a_quiet_day_is_an_empty_list() -> None:
    assert as_json(a_today()) == "[]\n"


def test_a_promised_call_is_an_item_like_every_reminder() -> None:
    at = NOW + timedelta(hours=3)
    call = a_reminder(RAMAN, Rule.CALL, stage="call", subject=82, number=None, text="to be rung back", at=at)
    [item] = as_items(a_today(due_today=(call,)))
    facts: Any = item["facts"]
    assert (item["kind"], item["text"]) == ("call", "to be rung back")
    assert (facts["at"], facts["late"]) == (at.isoformat(), False)
