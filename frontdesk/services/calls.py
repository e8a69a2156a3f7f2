"""Calls: somebody put on the list, what came of each try, and the call-backs we promised."""

from dataclasses import replace
from datetime import date
from typing import cast

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.calls import RING_BEFORE, AttemptDraft, Call, CallDraft, Came, check, check_attempt
from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import CallId, CustomerId, MembershipId
from frontdesk.domain.reminders import Facts, Fate, Reminder, Rule, still_open
from frontdesk.domain.rhythm import Away
from frontdesk.domain.talks import Said
from frontdesk.domain.text import clean
from frontdesk.domain.winback import Came as Answer
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import talks, winback
from frontdesk.services.desk import Desk
from frontdesk.storage import calls, customers, ledger, memberships, outcomes
from frontdesk.storage.entities import MEMBERSHIPS
from frontdesk.storage.unit_of_work import UnitOfWork


def add(desk: Desk, draft: CallDraft, token: str | None = None) -> Changes:
    """Put somebody on the call list; raises Refused beside a field."""
    tidy = replace(draft, about=clean(draft.about, lines=True))
    check(tidy, desk.now())
    with desk.write() as work:
        _check_person(work, tidy.customer)
        calls.add(work, tidy, token)
    return work.changes()


def _check_person(work: UnitOfWork, customer: CustomerId) -> None:
    found = customers.get(work.connection, customer)
    if found is None:
        raise Gone
    if found.draft.deceased:
        raise Refused(tr("Nobody can be rung: the card says that they have died."))
    if found.draft.left_alone:
        raise Refused(tr("They have asked us not to write or ring. Change that on the card if they ring us."))


def tried(desk: Desk, one: ToRing, attempt: AttemptDraft) -> Changes:
    """Write down what came of a try, and what follows from it; ``row`` of what is given is the call.

    Whoever was reached need not be rung any more, and the reminder is done; of a renewal its talk sheet asks
    what came of it. Of a renewal in vain the talk is written down too, so that it is tried again in time.
    Raises Refused beside a field, and where somebody has said otherwise meanwhile.
    """
    tidy = replace(attempt, words=clean(attempt.words, lines=True), number=clean(attempt.number))
    check_attempt(tidy, desk.now())
    with desk.write() as work:
        call = _at(work, one)
        calls.add_attempt(work, call, one.person.id, tidy)
        if tidy.came is Came.CALL_BACK:
            calls.put(work, call, {"due": tidy.back_at, "owner": tidy.owner})
        elif tidy.came is Came.REACHED:
            calls.put(work, call, {"closed": work.now})
            _see_to(desk, work, one, tidy)
        elif tidy.came is Came.NO_ANSWER and one.is_renewal:
            _talk_in_vain(desk, work, one, tidy)
        work.row = call
    return work.changes()


def ringing(desk: Desk) -> tuple[Call, ...]:
    """The promised call-backs whose time has all but come, the earliest first."""
    with desk.store.read() as reading:
        return calls.due(reading, desk.now() + RING_BEFORE)


def _at(work: UnitOfWork, one: ToRing) -> CallId:
    """The call that a try belongs to; of a reminder it is made at the first."""
    person = customers.get(work.connection, one.person.id)
    if person is None or person.draft.deceased or person.draft.archived:
        raise _said_otherwise()
    if one.is_renewal and one.reminder is not None:
        _check_talk(work, one.person, one.reminder.subject)
    if one.call is not None:
        if not calls.stands(work, one.call.id, one.promised):
            raise _said_otherwise()
        return one.call.id
    reminder = cast("Reminder", one.reminder)
    said = outcomes.of(work.connection, [one.person.id])
    if not still_open([reminder], said, date.max):  # whatever day it may have been put off to
        raise _said_otherwise()
    call = calls.about_reminder(work, one.person.id, reminder.key)
    if not calls.stands(work, call, None):  # another desk has promised something meanwhile
        raise _said_otherwise()
    return call


def _check_talk(work: UnitOfWork, person: Facts, membership: int) -> None:
    """See that nobody has talked about a membership since it was listed."""
    work.read(MEMBERSHIPS, membership)  # two desks do this one after the other
    now = memberships.get(work.connection, MembershipId(membership))
    then = next((held for held in person.memberships if held.id == membership), None)
    if now is None or then is None or now.talk != then.talk:
        raise _said_otherwise()


def _see_to(desk: Desk, work: UnitOfWork, one: ToRing, attempt: AttemptDraft) -> None:
    """The reminder is done, also one that was put off; of a renewal its talk sheet says so."""
    reminder, key = one.reminder, one.call.draft.key if one.call else None
    if reminder is not None and reminder.rule is Rule.WINBACK:
        winback.write(desk, work, winback.told(reminder, Answer.ANSWERED, attempt.words))
    elif reminder is not None and not one.is_renewal:
        ledger.enter(work, [reminder])
        outcomes.mark(work, reminder.key, one.person.id, Fate.DONE)
    elif key is not None and key[0] in frozenset(Away):
        said = outcomes.of(work.connection, [one.person.id]).get(key)
        if said is not None and said.fate is Fate.SNOOZED:
            outcomes.mark(work, key, one.person.id, Fate.DONE)


def _talk_in_vain(desk: Desk, work: UnitOfWork, one: ToRing, attempt: AttemptDraft) -> None:
    membership = MembershipId(cast("Reminder", one.reminder).subject)
    talks.hold(desk, work, membership, Said.NOT_REACHED, words=attempt.words)


def _said_otherwise() -> Refused:
    return Refused(tr("Somebody has said something else about this call meanwhile. Nothing was changed."))
