"""Visits of a file, each given to the person whose card, phone or e-mail it names."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, ImportId, StaffId
from frontdesk.domain.imports import BadRow, ImportKind, VisitRow
from frontdesk.domain.text import fold
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr, trn
from frontdesk.services.import_people import Sign, Signs, Tally
from frontdesk.storage import imports
from frontdesk.storage.imports import Holder
from frontdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class _Visit:
    """A visit whose person is still to be found."""

    row: VisitRow
    signs: Sequence[Sign]
    columns: Mapping[str, Any]


@dataclass(frozen=True)
class Visitors:
    """How visits are taken in: the venue's zone, its staff by folded name, what to do about unknown cards."""

    zone: ZoneInfo
    staff: Mapping[str, StaffId]
    add_people: bool

    def take(self, work: UnitOfWork, batch: ImportId, rows: list[VisitRow], tally: Tally) -> None:
        """Add those of these visits that are new; count what becomes of each row."""
        known = imports.known(work.connection, ImportKind.VISITS, (row.token for row in rows))
        fresh = {row.token: row for row in rows if row.token not in known}
        tally.same += len(rows) - len(fresh)
        signs = Signs(work)
        visits = self._readable(fresh.values(), signs, work.now, tally)
        signs.look_up(sign for visit in visits for sign in visit.signs)
        if self.add_people:
            _add_unknown(work, batch, visits, signs, tally)
        ready = []
        for visit in visits:
            person = _whose(visit.signs, signs)
            if person is None:
                tally.bad.append(BadRow(visit.row.line, _nobody(visit.row, visit.signs, signs)))
            else:
                ready.append({**visit.columns, "customer_id": person})
        imports.add_visits(work, batch, ready)
        tally.new += len(ready)

    def _readable(self, rows: Iterable[VisitRow], signs: Signs, now: datetime, tally: Tally) -> list[_Visit]:
        found = []
        for row in rows:
            try:
                own = signs.of(row.card, (row.phone,), (row.email,))
                found.append(_Visit(row, own, self._columns(row, now)))
            except Refused as why:
                tally.bad.append(BadRow(row.line, str(why)))
        return found

    def _columns(self, row: VisitRow, now: datetime) -> dict[str, Any]:
        arrived = None
        if row.at is not None:
            arrived = datetime.combine(row.day, row.at, self.zone).astimezone(UTC)
            if arrived > now:
                raise Refused(tr("time: “{time}” is still to come").format(time=f"{row.at:%H:%M}"))
        member = self.staff.get(fold(row.staff))
        if row.staff and member is None:
            raise Refused(tr("staff: nobody called “{name}” works here").format(name=row.staff))
        return {
            "token": row.token,
            "day": row.day,
            "arrived": arrived,
            "purpose": row.purpose,
            "note": row.note,
            "amount": row.amount,
            "staff_id": member,
        }


def _add_unknown(
    work: UnitOfWork, batch: ImportId, visits: Sequence[_Visit], signs: Signs, tally: Tally
) -> None:
    """Make a person, named by the card, of each card that nobody has."""
    unknown = dict.fromkeys(
        visit.row.card for visit in visits if visit.row.card and _whose(visit.signs, signs) is None
    )
    drafts = [(str(uuid.uuid4()), CustomerDraft(name=card, card=card)) for card in unknown]
    for card, key in zip(unknown, imports.add_customers(work, batch, drafts), strict=True):
        signs.learn([("card", card)], Holder(key, card, card))
    tally.people_added += len(drafts)


def _whose(own: Sequence[Sign], signs: Signs) -> CustomerId | None:
    """The one person whom a sign names; the first sign that does decides."""
    for sign in own:
        people = {holder.id for holder in signs.holders(sign)}
        if len(people) == 1:
            return people.pop()
    return None


def _nobody(row: VisitRow, own: Sequence[Sign], signs: Signs) -> str:
    """Why a visit is nobody's."""
    several = max(len({holder.id for holder in signs.holders(sign)}) for sign in own)
    if several:
        return trn("{n} person has it", "{n} people have this phone or e-mail", several)
    if row.card:
        return tr("nobody has card {card}").format(card=row.card)
    if row.phone:
        return tr("nobody has phone {phone}").format(phone=row.phone)
    return tr("nobody has e-mail {email}").format(email=row.email)
