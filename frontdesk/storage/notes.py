"""Personal notes, and the cuttings that lie with them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, or_, select

from frontdesk.domain.ids import CustomerId, NoteId, StaffId
from frontdesk.domain.notes import OUT, Note, NoteDraft, NoteKind, NoteState, Way
from frontdesk.domain.reminders import Key
from frontdesk.storage.entities import CUTTINGS, NOTES
from frontdesk.storage.keys import chunks
from frontdesk.storage.tables import customers, cuttings, notes, staff
from frontdesk.storage.unit_of_work import UnitOfWork

_N, _C = notes.c, customers.c
_NAMES = (_C.name, _C.given, _C.surname, _C.second_spelling, _C.nickname, _C.address_as)
_OUT = [state.value for state in OUT]


class Said(NamedTuple):
    """The words of a note, with what its person is called, and when it was written or sent."""

    customer: int
    kind: NoteKind
    at: datetime
    words: str
    names: tuple[str, ...]


def add(work: UnitOfWork, draft: NoteDraft, token: str | None = None) -> NoteId:
    """Begin a note."""
    values = _values(draft) | {
        "customer_id": draft.customer,
        "state": NoteState.TO_WRITE.value,
        "begun_at": work.now,
        "staff_id": work.staff,
    }
    return NoteId(work.add(NOTES, values, token))


def change(work: UnitOfWork, note: NoteId, version: int, values: Mapping[str, Any]) -> None:
    """Set fields of a note."""
    work.change(NOTES, note, version, values)


def remove(work: UnitOfWork, note: NoteId, version: int) -> None:
    """Throw a note away, with its cutting."""
    take_cutting_away(work, note)
    work.remove(NOTES, note, version)


def put_cutting(work: UnitOfWork, note: Note, image: bytes) -> None:
    """Lay a cutting with a note, in place of any other."""
    take_cutting_away(work, note.id)
    about = {"customer_id": note.draft.customer, "note_id": note.id}
    work.add(CUTTINGS, about | {"image": image, "at": work.now})


def take_cutting_away(work: UnitOfWork, note: NoteId) -> None:
    """Leave a note without a cutting; raises Gone where there is no such note."""
    work.read(NOTES, note)  # two desks do this one after the other
    own = select(cuttings.c.id).where(cuttings.c.note_id == note)
    found = work.connection.execute(own).scalar()
    if found is not None:
        work.drop(CUTTINGS, found, work.read(CUTTINGS, found))


def cutting(connection: Connection, note: NoteId) -> bytes | None:
    """The picture that lies with a note."""
    own = select(cuttings.c.image).where(cuttings.c.note_id == note)
    found: bytes | None = connection.execute(own).scalar()
    return found


def get(connection: Connection, note: NoteId) -> Note | None:
    """A note, or None."""
    return next(iter(_found(connection, _N.id == note)), None)


def of(connection: Connection, customer: CustomerId) -> tuple[Note, ...]:
    """All notes to a customer, the latest begun first."""
    return _found(connection, _N.customer_id == customer)


def sent_to(connection: Connection, customer: CustomerId, limit: int) -> tuple[Note, ...]:
    """The last notes that a customer has been given, the newest first."""
    own = _notes().where(_N.customer_id == customer, _N.state.in_(_OUT))
    rows = connection.execute(own.order_by(_N.sent_at.desc(), _N.id.desc()).limit(limit))
    return tuple(_note(row) for row in rows.mappings())


def under_way(connection: Connection, since: datetime) -> tuple[Note, ...]:
    """Notes to the living that are to write or written, or were sent or answered since an instant."""
    still = _N.state.in_([NoteState.TO_WRITE.value, NoteState.WRITTEN.value])
    lately = or_(still, _N.answered_at >= since, _N.sent_at >= since)
    return _found(connection, lately & _C.deceased.is_(False))


def keys(connection: Connection, people: Iterable[int]) -> set[Key]:
    """The keys of the reminders for which these people have a note."""
    found: set[Key] = set()
    for chunk in chunks(people):
        rows = select(_N.stage, _N.subject, _N.named).where(_N.customer_id.in_(chunk), _N.stage.is_not(None))
        found |= {(row.stage, row.subject, row.named) for row in connection.execute(rows)}
    return found


def said(connection: Connection, customer: CustomerId, but: NoteId | None, since: datetime) -> list[Said]:
    """What was ever sent to a customer, and what was written or sent to anybody since an instant."""
    at = func.coalesce(_N.sent_at, _N.written_at)
    which = or_(_N.customer_id == customer, at >= since)
    others = _N.id != but if but is not None else _N.id.is_not(None)
    rows = connection.execute(
        select(_N.customer_id, _N.kind, at.label("at"), _N.words, *_NAMES)
        .join(customers, _C.id == _N.customer_id)
        .where(which, others, at.is_not(None), _N.words != "")
    )
    return [Said(r[0], NoteKind(r[1]), r[2], r[3], tuple(filter(None, r[4:]))) for r in rows]


def names_of(connection: Connection, customer: CustomerId) -> tuple[str, ...]:
    """Everything that a customer is called by."""
    row = connection.execute(select(*_NAMES).where(_C.id == customer)).one_or_none()
    return tuple(filter(None, row or ()))


def columns(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a draft as columns."""
    values = dict(fields)
    if "about" in values:
        values |= dict(zip(("stage", "subject", "named"), values.pop("about") or (None,) * 3, strict=True))
    return {name: getattr(value, "value", value) for name, value in values.items()}


def _values(draft: NoteDraft) -> dict[str, Any]:
    named = ("kind", "way", "why", "about", "owner", "words")
    return columns({name: getattr(draft, name) for name in named})


def _found(connection: Connection, which: ColumnElement[bool]) -> tuple[Note, ...]:
    rows = connection.execute(_notes().where(which).order_by(_N.begun_at.desc(), _N.id.desc()))
    return tuple(_note(row) for row in rows.mappings())


def _notes() -> Select[Any]:
    return (
        select(notes, staff.c.name.label("owner_name"), _C.name.label("customer_name"))
        .outerjoin(staff, staff.c.id == _N.owner)
        .join(customers, _C.id == _N.customer_id)
    )


def _note(row: RowMapping) -> Note:
    draft = NoteDraft(
        customer=CustomerId(row["customer_id"]),
        kind=NoteKind(row["kind"]),
        way=Way(row["way"]),
        why=row["why"],
        about=None if row["stage"] is None else (row["stage"], row["subject"], row["named"]),
        owner=None if row["owner"] is None else StaffId(row["owner"]),
        words=row["words"],
    )
    return Note(
        NoteId(row["id"]),
        row["version"],
        draft,
        NoteState(row["state"]),
        row["begun_at"],
        row["written_at"],
        row["sent_at"],
        row["answered_at"],
        row["answer"],
        row["owner_name"] or "",
        row["customer_name"],
    )
