"""What today holds, for another program to read: every reminder and every promise, as JSON."""

import json
from datetime import UTC, date, datetime

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reminders import Facts, Reminder, Rule, Section, section
from frontdesk.domain.requests import Request
from frontdesk.domain.wording import request as request_text
from frontdesk.foundation.clock import venue_day
from frontdesk.services.today import Today

Item = dict[str, object]


def as_items(today: Today) -> list[Item]:
    """One item for each reminder, in list order, with the requests due after those of the day.

    ``name`` is the name as stored, ``text`` says why without it. Days are ``YYYY-MM-DD``, instants UTC.
    The facts have the same keys in every item (a promise has two more); what is not known is null or empty.
    """
    known = {person.id: person for person in today.askers}
    return [
        *(_of_reminder(one, today) for one in today.left_over + today.due_today),
        *(_of_request(one, known.get(one.draft.customer), today) for one in today.requests),
        *(_of_reminder(one, today) for one in today.ahead),
    ]


def as_json(today: Today) -> str:
    """The items as JSON text, in the people's own scripts."""
    return json.dumps(as_items(today), ensure_ascii=False, indent=2) + "\n"


def _of_reminder(reminder: Reminder, today: Today) -> Item:
    facts: Item = {
        "stage": reminder.stage,
        "section": section(reminder, today.day).value,
        "starts": reminder.starts.isoformat(),
        "number": reminder.number,
        "at": _instant(reminder.at),
        "late": reminder.late,
        **_of_person(reminder.person),
    }
    return _item(reminder.rule, reminder.due, reminder.person.id, reminder.person.name, reminder.text, facts)


def _of_request(request: Request, person: Facts | None, today: Today) -> Item:
    at = request.deadline or request.asked_at
    day = venue_day(at, today.house.zone)
    facts: Item = {
        "stage": Rule.REQUEST.value,
        "section": (Section.LEFT_OVER if day < today.day else Section.TODAY).value,
        "starts": day.isoformat(),
        "number": None,
        "at": _instant(request.deadline),
        "late": at < today.now,
        **_of_person(person or Facts(request.draft.customer, request.customer_name)),
        "owner": request.owner_name,
        "promised": _instant(request.draft.promised),
    }
    return _item(
        Rule.REQUEST, day, request.draft.customer, request.customer_name, request_text(request.draft), facts
    )


def _of_person(person: Facts) -> Item:
    """What a personal word needs to know of the person."""
    return {
        "last_visit": person.last_visit.isoformat() if person.last_visit else None,
        "visits": person.visit_count,
        "likes": person.likes,
        "last_note": person.last_note,
        "must_know": person.must_know,
        "phone": person.phone,
        "second_spelling": person.second_spelling,
        "say_it": person.say_it,
    }


def _item(rule: Rule, due: date, key: CustomerId, name: str, text: str, facts: Item) -> Item:
    person: Item = {"id": key, "name": name}
    return {"kind": rule.value, "due": due.isoformat(), "person": person, "text": text, "facts": facts}


def _instant(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None
