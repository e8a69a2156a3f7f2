"""What the paper of the note bench says of somebody, out of all that is known of them."""

from collections.abc import Iterable, Sequence

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.notes import called, kind_words, note_words
from frontdesk.domain.relative import written
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.reports.eliding import NAME, one_line
from frontdesk.reports.labels import Address
from frontdesk.reports.note_slip import Asked, PastVisit, SentNote, SlipPerson
from frontdesk.services.bench import NoteSheet

_NAMED = 5


def slip_person(sheet: NoteSheet) -> SlipPerson:
    """Somebody who is written to, as a slip tells of them."""
    draft, zone = sheet.person.draft, sheet.house.zone
    return SlipPerson(
        name=draft.name,
        second_spelling=draft.second_spelling,
        say_it=draft.say_it,
        address=called(draft),
        occasion=occasion(sheet),
        so_far=so_far(sheet),
        likes=draft.likes,
        hook=draft.memory_hook,
        must_know=draft.must_know,
        visits=tuple(
            PastVisit(one.draft.day, _visit(one.draft.purpose, one.draft.note)) for one in sheet.visits
        ),
        requests=tuple(Asked(one.draft.asked, one.draft.answer, one.draft.instead) for one in sheet.requests),
        notes=tuple(
            SentNote(
                venue_day(one.sent_at or one.begun_at, zone), note_words(one.draft.kind), one.draft.words
            )
            for one in sheet.before
        ),
    )


def occasion(sheet: NoteSheet) -> str:
    """Why they are written to: as the day's list says it, or as it was written down."""
    if sheet.reminder is not None:
        return sheet.reminder.text
    return sheet.draft.why or kind_words(sheet.draft.kind)


def so_far(sheet: NoteSheet) -> str:
    """“40 years old, with us since 3 March 2019, 99 visits”, as far as it is known."""
    draft, today = sheet.person.draft, sheet.today
    parts = []
    born = draft.birthday
    if born and born.year:
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        parts.append(trn("{n} year old", "{n} years old", age) if age >= 0 else "")
    if draft.first_seen:
        parts.append(tr("with us since {day}").format(day=written(draft.first_seen, today)))
    if sheet.person.visit_count:
        parts.append(trn("{n} visit", "{n} visits", sheet.person.visit_count))
    return ", ".join(part for part in parts if part)


def address(person: CustomerDraft) -> Address | None:
    """What stands on a label: the name, and the lines below it; None where no address is known."""
    if not person.address.strip():
        return None
    return Address((person.name, *person.address.splitlines()))


def no_address_hint(names: Sequence[str]) -> str:
    """A sentence about those who have no address on their card; nothing where all have."""
    if not names:
        return ""
    named = ", ".join(_names(names[:_NAMED]))
    if len(names) > _NAMED:
        named = tr("{names} and {n} more").format(names=named, n=len(names) - _NAMED)
    return tr("No address on the card yet, so no label: {names}.").format(names=named)


def _names(names: Iterable[str]) -> Iterable[str]:
    return (one_line(name, NAME) for name in names)


def _visit(purpose: str, note: str) -> str:
    return ", ".join(part for part in (purpose, note) if part)
