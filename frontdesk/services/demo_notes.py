"""Notes for the demo: some to write, some on their way, some answered, each in the language of its person."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from frontdesk.domain.ids import StaffId
from frontdesk.domain.notes import NoteDraft, NoteKind, NoteState, Way, called
from frontdesk.services.demo_people import texts
from frontdesk.services.demo_visits import Guest, Moment
from frontdesk.storage.demo import Lying

_HOUR = timedelta(hours=1)
_TO_ANSWER = timedelta(days=3)


def notes(guests: Sequence[Guest], staff: Sequence[StaffId], moment: Moment) -> Iterator[Lying]:
    """One for each that is told of in the demo's own file, to people who still come."""
    here = [guest for guest in guests if not (guest.gone or guest.draft.deceased or guest.draft.archived)]
    for place, told in enumerate(texts("life")["notes"]):
        fitting = [guest for guest in here if _fits(guest, told)]
        guest = fitting[(7 * place + 3) % len(fitting)]
        yield _lying(told, guest, staff[place % len(staff)], moment)


def _fits(guest: Guest, told: dict[str, Any]) -> bool:
    """In their language, and to an address where it goes by mail."""
    by_mail = told.get("way") == Way.EMAIL.value
    return guest.draft.language == told["language"] and bool(guest.draft.emails or not by_mail)


def _lying(told: dict[str, Any], guest: Guest, owner: StaffId, moment: Moment) -> Lying:
    state = NoteState(told["state"])
    begun = moment.now - timedelta(days=told["days"], hours=1)
    sent = begun + _HOUR if state not in (NoteState.TO_WRITE, NoteState.WRITTEN) else None
    return Lying(
        NoteDraft(
            customer=guest.id,
            kind=NoteKind(told["kind"]),
            way=Way(told.get("way", Way.BY_HAND.value)),
            why=told["why"],
            owner=owner,
            words=told["words"].replace("{name}", called(guest.draft)),
        ),
        state,
        begun_at=begun,
        written_at=None if state is NoteState.TO_WRITE else begun + _HOUR / 2,
        sent_at=sent,
        answered_at=sent + _TO_ANSWER if sent and state is NoteState.ANSWERED else None,
        answer=told.get("answer", ""),
    )
