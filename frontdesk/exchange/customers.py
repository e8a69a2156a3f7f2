"""Customers from a file: each row a draft of a card, or the reason why not."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from frontdesk.domain.customers import DRAFT_FIELDS, LONG_FIELDS, CustomerDraft, check_draft
from frontdesk.domain.imports import CustomerRow
from frontdesk.domain.text import clean, has_letters
from frontdesk.exchange import values
from frontdesk.exchange.day_forms import said_or_found
from frontdesk.exchange.days import Formats, need_year, read_birthday, read_day
from frontdesk.exchange.incoming import Cells, Incoming, Reading, Tokens, cell, open_table
from frontdesk.exchange.mapping import Fields
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

FIELDS = Fields(
    headings={
        "name": ("full name", "customer", "customer name", "display name", "client", "guest", "member"),
        "title": ("salutation", "prefix"),
        "given": ("given name", "first name", "forename"),
        "given2": ("second given name", "middle name", "patronymic"),
        "surname": ("last name", "family name", "second name"),
        "generation": ("suffix",),
        "credentials": ("degree", "post-nominals"),
        "second_spelling": ("latin name", "name in latin", "other spelling", "transliteration"),
        "nickname": ("known as",),
        "say_it": ("pronunciation", "how to say it"),
        "address_as": ("form of address", "greeting"),
        "language": ("lang",),
        "birthday": ("birthdate", "date of birth", "born", "dob"),
        "phone": ("phones", "phone number", "telephone", "tel", "mobile", "mobile phone", "cell phone"),
        "email": ("emails", "e-mail address", "mail address"),
        "channel": ("preferred channel", "contact by"),
        "call_when": ("best time to call", "best time to ring"),
        "address": ("postal address", "street address", "mailing address"),
        "memory_hook": ("remember by",),
        "likes": ("preferences",),
        "must_know": ("alert", "allergy", "allergies"),
        "card": ("card number", "card no", "member number", "membership number", "customer number"),
        "tags": ("tag", "labels", "groups"),
        "first_seen": ("customer since", "member since", "joined", "first visit"),
        "left_alone": ("do not contact", "no contact"),
        "deceased": (),
        "archived": (),
    },
    repeatable=frozenset({"phone", "email", "tags"}),
    needed=(frozenset({"name", "given", "surname"}),),
)
DATES = ("birthday", "first_seen")

_DRAFT_FIELD = {"phone": "phones", "email": "emails"}
_NAME_PARTS = ("given", "given2", "surname")
_DEFAULTS: Mapping[str, Any] = {f.name: f.default for f in fields(CustomerDraft)}


def read_customers(path: Path, today: date, how: Reading | None = None) -> Incoming[CustomerRow]:
    """The customers in a file; raises :class:`DeskError` where the file or the mapping makes no sense.

    ``today`` is the venue's day: nobody is born or first seen after it.
    """
    how = how or Reading()
    table, columns = open_table(path, how, FIELDS)
    forms, unclear = said_or_found(how.date_formats, table, columns, DATES, today)
    if "first_seen" in (field for _, field in columns.taken):
        need_year(forms, "first_seen")
    return Incoming(table, columns, lambda: _Maker(forms, today).make, unclear)


class _Maker:
    """Makes the drafts of one file."""

    def __init__(self, forms: Formats, today: date) -> None:
        self._tokens = Tokens("customer")
        self._read: dict[str, Callable[[str], Any]] = {
            "birthday": partial(read_birthday, form=forms.of("birthday"), today=today),
            "first_seen": partial(read_day, form=forms.of("first_seen"), today=today),
            "phone": values.phones,
            "email": values.emails,
            "tags": values.tags,
            "channel": values.channel,
            "left_alone": values.flag,
            "deceased": values.flag,
            "archived": values.flag,
            **{name: partial(clean, lines=True) for name in LONG_FIELDS},
        }

    def make(self, line: int, cells: Cells) -> CustomerRow:
        found: dict[str, Any] = {}
        for field, texts in cells.items():
            for text in texts:
                if text := clean(text, lines=True):
                    name = _DRAFT_FIELD.get(field, field)
                    value = cell(self._read.get(field, clean), field, text)
                    found[name] = _joined(found[name], value) if name in found else value
        draft = CustomerDraft(**_named(found))
        check_draft(draft)
        return CustomerRow(line, self._tokens.of(_written(draft)), draft)


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Both lists, each text once."""
    return tuple(dict.fromkeys((*one, *other)))


def _named(found: dict[str, Any]) -> dict[str, Any]:
    """The fields with a whole name, made of its parts where only these are given."""
    name = found.get("name", "") or " ".join(found[part] for part in _NAME_PARTS if found.get(part))
    if not has_letters(name):
        raise Refused(tr("there is no name"))
    return found | {"name": name}


def _written(draft: CustomerDraft) -> list[tuple[str, object]]:
    """What is on the card, without what is empty: a field that a later version adds changes no token."""
    return [(name, value) for name in DRAFT_FIELDS if (value := getattr(draft, name)) != _DEFAULTS[name]]
