"""Talks about the end of a membership: what came of each, kept beside what follows from it."""

from datetime import date

from frontdesk.domain.changes import Changes
from frontdesk.domain.deriving import reminders
from frontdesk.domain.ids import MembershipId
from frontdesk.domain.memberships import Membership
from frontdesk.domain.reminders import Fate, Rule
from frontdesk.domain.renewals import AGAIN
from frontdesk.domain.talks import Said, TalkDraft, check, try_again
from frontdesk.domain.text import clean
from frontdesk.services import memberships
from frontdesk.services.desk import Desk
from frontdesk.services.memberships import Following
from frontdesk.storage import calls, ledger, outcomes, talks
from frontdesk.storage import reminders as sources
from frontdesk.storage.entities import MEMBERSHIPS
from frontdesk.storage.unit_of_work import UnitOfWork


def renewed(
    desk: Desk, membership: MembershipId, version: int, following: Following, words: str = ""
) -> Changes:
    """They stay: a new membership follows. ``row`` of what is given is the new one."""
    with desk.write() as work:
        hold(desk, work, membership, Said.RENEWED, words=words)
        work.row = memberships.follow(desk, work, membership, version, following)
    return work.changes()


def thinking(desk: Desk, membership: MembershipId, until: date, words: str = "") -> Changes:
    """They want to think ``until`` a day, on which the desk is reminded."""
    with desk.write() as work:
        hold(desk, work, membership, Said.THINKING, until, words)
    return work.changes()


def leaving(
    desk: Desk, membership: MembershipId, version: int, *, reason: str = "", words: str = ""
) -> Changes:
    """They leave: why, from the house's list, and what they said."""
    with desk.write() as work:
        hold(desk, work, membership, Said.LEAVING, words=words)
        memberships.give_up(work, membership, version, desk.today(), reason=reason, words=words)
    return work.changes()


def not_reached(desk: Desk, membership: MembershipId, words: str = "") -> Changes:
    """They could not be reached; the desk is reminded to try again."""
    with desk.write() as work:
        hold(desk, work, membership, Said.NOT_REACHED, words=words)
    return work.changes()


def hold(
    desk: Desk,
    work: UnitOfWork,
    membership: MembershipId,
    said: Said,
    until: date | None = None,
    words: str = "",
) -> None:
    """Write the talk down: the reminder of it that stands now is done, and nobody rings about it any more."""
    work.read(MEMBERSHIPS, membership)  # two desks do this one after the other
    about = memberships.get_running(work, membership)
    attempt = _attempt(about) if said is Said.NOT_REACHED else 0
    if attempt:
        until = try_again(desk.today(), attempt, desk.house)
    draft = TalkDraft(about.draft.customer, membership, said, until, clean(words, lines=True))
    check(draft, desk.today())
    _done(desk, work, about)
    calls.close_renewals(work, membership, promised=said is not Said.NOT_REACHED)
    talks.add(work, draft, {"day": desk.today(), "attempt": attempt})
    _agree_anew(work, membership)


def _agree_anew(work: UnitOfWork, membership: MembershipId) -> None:
    """Whatever was said of this day when it was agreed upon before does not count any more."""
    about = memberships.get_running(work, membership)
    if about.talk is not None and about.talk.again is not None:
        outcomes.forget(work, (AGAIN, membership, about.talk.again))


def _attempt(about: Membership) -> int:
    """Which attempt in a row this is."""
    before = about.talk
    return before.attempt + 1 if before and before.draft.said is Said.NOT_REACHED else 1


def _done(desk: Desk, work: UnitOfWork, about: Membership) -> None:
    people = sources.facts_of(work.connection, [about.draft.customer])
    for person in people:
        for one in reminders(person, desk.now(), desk.house, 0):
            if one.rule is Rule.RENEWAL and one.subject == about.id:
                ledger.enter(work, [one])
                outcomes.mark(work, one.key, about.draft.customer, Fate.DONE)
                if one.needs_talk:
                    ledger.leave(work, [one.key], desk.today())
