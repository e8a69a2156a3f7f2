"""Customers: adding, changing, archiving, and the card."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from frontdesk.domain.alerts import Alert, alerts
from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.customers import Customer, CustomerDraft, check_days, check_draft, cleaned
from frontdesk.domain.deriving import reminders
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import Membership
from frontdesk.domain.notes import Note
from frontdesk.domain.occasions import Occasion
from frontdesk.domain.plans import Plan
from frontdesk.domain.reminders import Reminder, still_open
from frontdesk.domain.requests import Request, last_yes
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.visits import Visit
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import customers, notes, outcomes, photos, plans, requests, staff, visits
from frontdesk.storage import reminders as sources
from frontdesk.storage.unit_of_work import UnitOfWork

VISITS_SHOWN = 20
"""So many of the last visits stand on a card."""

NOTES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the desk sees of a person.

    ``notes`` are the last that they were given, ``visits`` the last twenty, both newest first;
    ``requests`` open ones first; ``plans`` are those that are sold, ``staff`` everybody of the house;
    ``rhythm_days`` the median of the days between visits, None with fewer than three.
    """

    customer: Customer
    visits: tuple[Visit, ...]
    requests: tuple[Request, ...]
    memberships: tuple[Membership, ...]
    occasions: tuple[Occasion, ...]
    reminders: tuple[Reminder, ...]
    alerts: tuple[Alert, ...]
    last_yes: Request | None
    plans: tuple[Plan, ...]
    notes: tuple[Note, ...]
    staff: tuple[StaffMember, ...]
    rhythm_days: int | None
    now: datetime
    today: date


def add(desk: Desk, draft: CustomerDraft, token: str | None = None) -> Changes:
    """Add a person; only the name is required. Tried again with the same ``token`` they are added once.

    Raises :class:`Refused` beside a field that cannot stand.
    """
    tidy = cleaned(draft)
    tidy = tidy if tidy.first_seen else replace(tidy, first_seen=desk.today())
    check_draft(tidy)
    check_days(tidy, desk.today())
    with desk.write() as work:
        _check_card(work, tidy.card, customers.written_as(work, token))
        customers.add(work, tidy, token)
    return work.changes()


def change(desk: Desk, customer: CustomerId, version: int, **fields: Any) -> Changes:
    """Set fields of a card read at ``version``.

    Raises :class:`~frontdesk.domain.changes.ChangedMeanwhile` where another desk has saved it since, and
    :class:`Refused` beside a field that cannot stand.
    """
    with desk.write() as work:
        now = customers.get(work.connection, customer)
        if now is None:
            raise Gone
        tidy = cleaned(replace(now.draft, **fields))
        check_draft(tidy)
        check_days(CustomerDraft(**fields), desk.today())  # of what is new; older slips stand in nobody's way
        _check_card(work, tidy.card, customer)
        customers.change(work, customer, version, {name: getattr(tidy, name) for name in fields})
    return work.changes()


def archive(desk: Desk, customer: CustomerId, version: int) -> Changes:
    """Put a card away; nothing is deleted."""
    return change(desk, customer, version, archived=True)


def bring_back(desk: Desk, customer: CustomerId, version: int) -> Changes:
    """Take a card out of the archive."""
    return change(desk, customer, version, archived=False)


def get(desk: Desk, customer: CustomerId) -> Customer:
    """One customer; raises :class:`Gone`."""
    with desk.store.read() as connection:
        found = customers.get(connection, customer)
    if found is None:
        raise Gone
    return found


def card(desk: Desk, customer: CustomerId) -> Card:
    """Everything the desk sees of a person; raises :class:`Gone`."""
    now, today = desk.now(), desk.today()
    with desk.store.read() as connection:
        found = customers.get(connection, customer)
        facts = sources.facts_of(connection, [customer])
        if found is None or not facts:
            raise Gone
        shown = visits.of(connection, customer, VISITS_SHOWN)
        asked = requests.of(connection, customer)
        settled = outcomes.of(connection, [customer])
        sold = plans.everything(connection)
        given = notes.sent_to(connection, customer, NOTES_SHOWN)
        members = staff.everyone(connection)
    gap = facts[0].usual_gap
    due = tuple(still_open(reminders(facts[0], now, desk.house), settled, today))
    return Card(
        customer=found,
        visits=shown,
        requests=asked,
        memberships=facts[0].memberships,
        occasions=facts[0].occasions,
        reminders=due,
        alerts=tuple(alerts(facts[0], due, now, today)),
        last_yes=last_yes(list(asked)),
        plans=tuple(plan for plan in sold if plan.draft.active),
        notes=given,
        staff=members,
        rhythm_days=None if gap is None else round(gap),
        now=now,
        today=today,
    )


def photos_of(desk: Desk, people: list[CustomerId]) -> dict[int, bytes]:
    """The photos of a screenful of people who have one."""
    with desk.store.read() as connection:
        return photos.of(connection, people)


def _check_card(work: UnitOfWork, card_number: str, own: CustomerId | None) -> None:
    holder = customers.holder_of_card(work.connection, card_number) if card_number else None
    if holder and holder[0] != own:
        raise Refused(
            tr("Card {number} already belongs to {name}.").format(number=card_number, name=holder[1]), "card"
        )
