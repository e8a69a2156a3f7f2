"""Memberships: begun, renewed, paused, given up."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import MembershipId
from frontdesk.domain.memberships import EndedWhy, Membership, MembershipDraft, check
from frontdesk.domain.terms import running_end
from frontdesk.domain.text import clean
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import memberships
from frontdesk.storage.unit_of_work import UnitOfWork

_ONE_DAY = timedelta(days=1)


def add(desk: Desk, draft: MembershipDraft, token: str | None = None) -> Changes:
    """Begin a membership; raises Refused beside a field that cannot stand."""
    tidy = replace(draft, plan=clean(draft.plan))
    check(tidy)
    with desk.write() as work:
        memberships.add(work, tidy, token)
    return work.changes()


def renew(
    desk: Desk,
    membership: MembershipId,
    version: int,
    until: date,
    *,
    starts: date | None = None,
    plan: str = "",
) -> Changes:
    """Let a new membership follow this one, up to ``until``, on the same plan or another.

    The old one's reminders end at once. The new one begins on ``starts``; when that is not said, on the day
    after the old one's last, or today where that has passed. Where it begins sooner, the old one ends on the
    day before. ``row`` of what is given is the new one.
    """
    with desk.write() as work:
        follow(desk, work, membership, version, Following(until, starts, plan))
    return work.changes()


@dataclass(frozen=True, slots=True)
class Following:
    """What follows a membership: up to which day, from which, on which plan; None and "" for the usual."""

    until: date
    starts: date | None = None
    plan: str = ""


def follow(
    desk: Desk, work: UnitOfWork, membership: MembershipId, version: int, following: Following
) -> MembershipId:
    """:func:`renew` as a part of something else."""
    old = get_running(work, membership)
    ends = running_end(old.draft, desk.today()) or desk.today()
    starts = following.starts or max(ends + _ONE_DAY, desk.today())
    plan = clean(following.plan) or old.draft.plan
    new = replace(
        old.draft,
        plan=plan,
        starts=starts,
        ends=following.until,
        paused_from=None,
        paused_until=None,
    )
    check(new)
    over = {"ended_why": EndedWhy.RENEWED}
    if old.draft.starts < starts <= ends:
        memberships.change(work, membership, version, {**over, "ends": starts - _ONE_DAY})
    else:
        memberships.change(work, membership, version, over)
    return memberships.add(work, new)


def end(desk: Desk, membership: MembershipId, version: int, *, reason: str = "", words: str = "") -> Changes:
    """Write down that a membership is given up: why, from the house's list, and what the customer said.

    It runs to its last day all the same; nobody is reminded of it any more.
    """
    with desk.write() as work:
        give_up(work, membership, version, desk.today(), reason=reason, words=words)
    return work.changes()


def give_up(
    work: UnitOfWork, membership: MembershipId, version: int, today: date, *, reason: str, words: str
) -> Membership:
    """:func:`end` as a part of something else; gives the membership as it was.

    One that renews itself ends with the term that runs, and one without an end today.
    """
    old = get_running(work, membership)
    why, said = clean(reason), clean(words, lines=True)
    check(replace(old.draft, reason=why, reason_words=said))
    over: dict[str, Any] = {"ended_why": EndedWhy.CANCELLED, "reason": why, "reason_words": said}
    ends = running_end(old.draft, today) or max(today, old.draft.starts)
    if ends != old.draft.ends:
        over |= {"ends": ends, "renews_itself": False}
    memberships.change(work, membership, version, over)
    return old


def pause(desk: Desk, membership: MembershipId, version: int, first: date, last: date) -> Changes:
    """Let a membership rest from one day to another; it ends so many days later.

    One that renews itself, or has no end, keeps its days. Raises Refused for a pause that ends before it
    begins or that runs into another.
    """
    with desk.write() as work:
        old = get_running(work, membership)
        tidy = replace(old.draft, paused_from=first, paused_until=last)
        check(tidy)
        _check_pause(old.draft, first)
        values: dict[str, Any] = {"paused_from": first, "paused_until": last}
        if old.draft.last_day and not old.draft.renews_itself:
            values["ends"] = _later(old.draft.last_day, (last - first).days + 1)
        memberships.change(work, membership, version, values)
    return work.changes()


def resume(desk: Desk, membership: MembershipId, version: int) -> Changes:
    """End a pause today: the days that are left of it are not added any more."""
    with desk.write() as work:
        old = get_running(work, membership)
        first, last = old.draft.paused_from, old.draft.paused_until
        if first is None or last is None or last < desk.today():
            raise Refused(tr("It is not paused."))
        rested = max(desk.today(), first) - _ONE_DAY
        began = rested >= first
        values: dict[str, Any] = {"paused_from": first if began else None}
        values["paused_until"] = rested if began else None
        if old.draft.last_day and not old.draft.renews_itself:
            values["ends"] = _later(old.draft.last_day, (rested - last).days)
        check(replace(old.draft, **values))
        memberships.change(work, membership, version, values)
    return work.changes()


def _check_pause(old: MembershipDraft, first: date) -> None:
    if old.last_day and not old.renews_itself and first > old.last_day:
        raise Refused(tr("It has ended by then. Renew it first."), "paused_from")
    if old.paused_until and first <= old.paused_until:
        raise Refused(tr("It is paused already on that day."), "paused_from")


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise Refused(tr("This pause is too long."), "paused_until") from error


def change(desk: Desk, membership: MembershipId, version: int, **fields: Any) -> Changes:
    """Set fields of a membership, by the draft's names; raises Refused, ChangedMeanwhile and Gone."""
    with desk.write() as work:
        tidy = replace(_get(work, membership).draft, **fields)
        tidy = replace(tidy, plan=clean(tidy.plan))
        check(tidy)
        memberships.change(work, membership, version, {name: getattr(tidy, name) for name in fields})
    return work.changes()


def get_running(work: UnitOfWork, membership: MembershipId) -> Membership:
    """A membership that is not over; raises Gone, and Refused for one that is."""
    found = _get(work, membership)
    if found.draft.ended_why is not None:
        raise Refused(tr("This membership has already ended."))
    return found


def _get(work: UnitOfWork, membership: MembershipId) -> Membership:
    found = memberships.get(work.connection, membership)
    if found is None:
        raise Gone
    return found
