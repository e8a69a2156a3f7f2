"""Customers of a file, sorted into new, same and in conflict."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from frontdesk.domain import phones
from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId, ImportId
from frontdesk.domain.imports import BadRow, CustomerRow, ImportKind, ImportReport
from frontdesk.domain.text import same_text
from frontdesk.foundation.words import tr
from frontdesk.services.import_names import Namesakes
from frontdesk.storage import imports
from frontdesk.storage.imports import Holder
from frontdesk.storage.unit_of_work import UnitOfWork

Sign = tuple[str, str]
"""What a person can be told by: “card”, “phone” or “email”, and its value as it is compared."""

_NOBODY_YET = CustomerId(0)


@dataclass
class Tally:
    """What has become of the rows so far."""

    new: int = 0
    same: int = 0
    people_added: int = 0
    bad: list[BadRow] = field(default_factory=list)
    conflicts: list[BadRow] = field(default_factory=list)

    def report(
        self, *, dry_run: bool, import_id: ImportId | None = None, changes: Changes | None = None
    ) -> ImportReport:
        """The counts, and the rows left out in the order of their lines."""
        return ImportReport(
            new=self.new,
            same=self.same,
            bad=tuple(sorted(self.bad, key=lambda row: row.line)),
            conflicts=tuple(sorted(self.conflicts, key=lambda row: row.line)),
            people_added=self.people_added,
            dry_run=dry_run,
            import_id=import_id,
            changes=changes,
        )


class Signs:
    """Who is known by which card, phone or e-mail, among those that some rows speak of."""

    def __init__(self, work: UnitOfWork) -> None:
        """Know nobody yet."""
        self._work = work
        self._holders: dict[Sign, list[Holder]] = {}

    def of(self, card: str, numbers: Iterable[str], addresses: Iterable[str]) -> list[Sign]:
        """The signs of a row, the surest first."""
        found = [("card", card)] if card else []
        found += [("phone", phones.digits(number, self._work.region)) for number in numbers if number]
        return found + [("email", address.casefold()) for address in addresses if address]

    def look_up(self, signs: Iterable[Sign]) -> None:
        """Learn who has these signs."""
        wanted = list(signs)
        for kind, look in (
            ("card", imports.by_card),
            ("phone", imports.by_phone),
            ("email", imports.by_email),
        ):
            values = [value for of_kind, value in wanted if of_kind == kind]
            for value, holders in look(self._work.connection, values).items():
                self._holders[kind, value] = holders

    def learn(self, signs: Iterable[Sign], holder: Holder) -> None:
        """From now on these signs are this person's."""
        for sign in signs:
            self._holders.setdefault(sign, []).append(holder)

    def holders(self, sign: Sign) -> list[Holder]:
        """Who has a sign."""
        return self._holders.get(sign, [])


def take_people(work: UnitOfWork, batch: ImportId, rows: list[CustomerRow], tally: Tally) -> None:
    """Add those of these rows who are new; count what becomes of each."""
    known = imports.known(work.connection, ImportKind.CUSTOMERS, (row.token for row in rows))
    signs = Signs(work)
    own = {row.token: signs.of(row.draft.card, row.draft.phones, row.draft.emails) for row in rows}
    signs.look_up(sign for some in own.values() for sign in some)
    namesakes = Namesakes(work)
    namesakes.look_up(row.draft for row in rows)
    new = []
    for row in rows:
        if row.token in known or _is_here(row, own[row.token], signs.holders):
            tally.same += 1
        elif reason := _against(own[row.token], signs.holders, batch) or namesakes.against(row.draft, batch):
            tally.conflicts.append(BadRow(row.line, reason))
        else:
            new.append((row.token, row.draft))
            known.add(row.token)
            signs.learn(own[row.token], Holder(_NOBODY_YET, row.draft.name, row.draft.card, batch))
            namesakes.learn(row.draft, batch)
    imports.add_customers(work, batch, new)
    tally.new += len(new)


def _is_here(row: CustomerRow, own: Iterable[Sign], holders: Callable[[Sign], list[Holder]]) -> bool:
    """Whether a sign of the row is that of a person of the same name, and not of another card."""
    card = row.draft.card
    return any(
        same_text(holder.name, row.draft.name) and (not card or holder.card in {"", card})
        for sign in own
        for holder in holders(sign)
    )


def _against(own: Iterable[Sign], holders: Callable[[Sign], list[Holder]], batch: ImportId) -> str:
    """Whose card, phone or e-mail it is already, in a sentence; empty where it is nobody's.

    People of one file may share a phone or an e-mail, as a family does; nobody shares a card.
    """
    others = ((sign, holder) for sign in own for holder in holders(sign))
    return next((_said(s, h) for s, h in others if s[0] == "card" or h.batch != batch), "")


def _said(sign: Sign, holder: Holder) -> str:
    sentences = {
        "card": tr("card {value} belongs to {name}"),
        "phone": tr("phone {value} belongs to {name}"),
        "email": tr("e-mail {value} belongs to {name}"),
    }
    return sentences[sign[0]].format(value=sign[1], name=holder.name)
