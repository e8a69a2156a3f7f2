"""Requests, memberships and occasions for the demo: some due, some late, most of them settled long ago."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, MembershipId, StaffId
from frontdesk.domain.memberships import EndedWhy, MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.talks import Said, TalkDraft
from frontdesk.services.demo_people import texts
from frontdesk.services.demo_visits import LONGEST, Guest, Moment
from frontdesk.storage.demo import Held

ENDING = (30, 24, 19, 14, 11, 7, 3, 1, 0, -1, -4, -9, -14)
"""Days until some memberships end; below zero they have ended and nobody has renewed them."""

RENEWING = (26, 14, 7)
"""Days until some memberships end that renew themselves."""

SETTLED_REQUESTS = 90
LONGEST_TO_SETTLE = 14
"""Days from asking to settling; so none was settled today."""

_TODAY = (2, 4, 6)
_MEMBERS = 0.72
_LEFT = 8
"""So many memberships were given up."""

_GONE = 4
"""So many of those who gave theirs up have not come since; they can be won back."""

_AWAY = (45, 200)
"""Days for which these have not come."""

_OCCASIONS = (1, 5, -2)
"""Days until some occasions."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with when it was asked and answered, which a form does not say."""

    draft: RequestDraft
    asked_at: datetime
    answered_at: datetime | None = None


def requests(rng: Random, guests: Sequence[Guest], staff: Sequence[StaffId], moment: Moment) -> list[Asked]:
    """Old requests that are done with, oldest first, and then those that are still open."""
    still_here = [guest for guest in guests if not guest.gone]
    people = rng.sample(still_here, len(still_here))
    known = [guest for guest in people if _days_here(guest, moment.today) > LONGEST_TO_SETTLE]
    settled = [_settled(rng, known[n % len(known)], staff, moment) for n in range(SETTLED_REQUESTS)]
    settled.sort(key=lambda one: one.asked_at)
    return settled + list(_open(rng, people, staff, moment))


def _settled(rng: Random, guest: Guest, staff: Sequence[StaffId], moment: Moment) -> Asked:
    text = rng.choice(texts("life")["requests"])
    asked_on = moment.today - timedelta(
        days=rng.randint(LONGEST_TO_SETTLE, min(LONGEST.days, _days_here(guest, moment.today)))
    )
    asked_at = moment.at(asked_on, rng.randint(480, 1200))
    days = timedelta(days=rng.randint(1, LONGEST_TO_SETTLE - 2))
    answer = rng.choices(list(Answer), (6, 3, 2))[0]
    closed = asked_at + days
    draft = RequestDraft(
        customer=guest.id,
        asked=text["asked"],
        owner=rng.choice(staff),
        due=closed,
        answer=answer,
        instead=text["instead"] if answer is Answer.INSTEAD else "",
        outcome="" if answer is Answer.INSTEAD else text[answer.value],
        exception=answer is Answer.YES and rng.random() < 0.15,
        closed=closed,
    )
    return Asked(draft, asked_at, asked_at + (closed - asked_at) / 2)


def _days_here(guest: Guest, today: date) -> int:
    return (today - (guest.draft.first_seen or today)).days


def _open(rng: Random, people: Sequence[Guest], staff: Sequence[StaffId], moment: Moment) -> Iterator[Asked]:
    """Two late, three due by tonight, the others later or without a time; some answered, some not."""
    tonight = moment.at(moment.today, 23 * 60 + 30)
    hours = (-27, -3, *_TODAY, 26, 50, 75, 120, 170, None, None, None, None)
    answers = (None, Answer.YES, None, Answer.YES, Answer.INSTEAD, None, Answer.YES, None, None, Answer.NO)
    all_texts = rng.sample(texts("life")["requests"], len(hours))
    for n, (hour, text) in enumerate(zip(hours, all_texts, strict=True)):
        answer = answers[n % len(answers)]
        due = None if hour is None else moment.now + timedelta(hours=hour)
        if due and hour in _TODAY:
            due = min(due, max(tonight, moment.now))
        due = due and due.replace(minute=due.minute // 15 * 15, second=0, microsecond=0)
        asked_at = moment.now - timedelta(days=2 + n % 3, minutes=rng.randint(0, 400))
        draft = RequestDraft(
            customer=people[-1 - n].id,
            asked=text["asked"],
            owner=rng.choice(staff),
            due=due,
            promised=due + timedelta(hours=3) if due and answer is Answer.YES else None,
            answer=answer,
            instead=text["instead"] if answer is Answer.INSTEAD else "",
        )
        yield Asked(draft, asked_at, asked_at + timedelta(hours=1) if answer else None)


def memberships(
    rng: Random, guests: Sequence[Guest], last_visits: Mapping[CustomerId, date], today: date
) -> Iterator[MembershipDraft]:
    """Yearly memberships, each with the one before it where the person was here already."""
    members = [guest for guest in guests if not guest.gone and rng.random() < _MEMBERS]
    left = [guest for guest in guests if not guest.gone and guest not in members]
    last = {guest.id: last_visits.get(guest.id, today) for guest in left}
    away = [guest for guest in left if _AWAY[0] <= (today - last[guest.id]).days <= _AWAY[1]]
    still_come = [guest for guest in left if guest not in away]
    yield from _given_up(rng, (away[:_GONE] + still_come)[:_LEFT], last, today)
    rng.shuffle(members)
    near = [(days, False) for days in ENDING] + [(days, True) for days in RENEWING]
    for n, guest in enumerate(members):
        days, renews = near[n] if n < len(near) else (rng.randint(32, 364), rng.random() < 0.25)
        yield from _terms(rng, guest, today + timedelta(days=days), renews=renews)


def _given_up(
    rng: Random, guests: Sequence[Guest], last: Mapping[CustomerId, date], today: date
) -> Iterator[MembershipDraft]:
    """Memberships of people who did not renew, and why; some have not come since."""
    life = texts("life")
    for guest, reason in zip(guests, life["leaving"], strict=False):
        ends = min(today - timedelta(days=rng.randint(20, 200)), last[guest.id])
        if (today - last[guest.id]).days >= _AWAY[0]:
            ends = last[guest.id] + timedelta(days=rng.randint(1, _AWAY[0] - 3))
        starts = _year_before(ends) + timedelta(days=1)
        yield MembershipDraft(
            guest.id,
            rng.choice(life["plans"]),
            starts,
            ends,
            ended_why=EndedWhy.CANCELLED,
            reason=reason["reason"],
            reason_words=reason["words"],
        )


def _terms(rng: Random, guest: Guest, ends: date, *, renews: bool) -> Iterator[MembershipDraft]:
    plan = rng.choice(texts("life")["plans"])
    starts = _year_before(ends) + timedelta(days=1)
    before = _year_before(ends)
    if guest.draft.first_seen and guest.draft.first_seen < starts:
        earlier = _year_before(before) + timedelta(days=1)
        yield MembershipDraft(guest.id, plan, earlier, before, ended_why=EndedWhy.RENEWED)
    yield MembershipDraft(guest.id, plan, starts, ends, renews_itself=renews)


def plans() -> list[PlanDraft]:
    """What the house sells, each for a year."""
    return [PlanDraft(name, months=12, price=price) for name, price in texts("life")["prices"].items()]


def talks(
    rng: Random,
    held: Sequence[tuple[MembershipId, MembershipDraft]],
    staff: Sequence[StaffId],
    moment: Moment,
) -> Iterator[Held]:
    """What was said when a membership was renewed last, and of some of those that end soon."""
    said = texts("life")["talks"]
    for key, draft in held:
        ends = draft.last_day or moment.today
        days = (ends - moment.today).days
        if draft.ended_why is EndedWhy.RENEWED:
            day, came = ends - timedelta(days=rng.randint(1, 20)), Said.RENEWED
        elif draft.ended_why is EndedWhy.CANCELLED:
            day, came = ends - timedelta(days=rng.randint(0, 12)), Said.LEAVING
        elif days in _TALKED_ALREADY:
            day, came = moment.today - timedelta(days=2), _TALKED_ALREADY[days]
        else:
            continue
        until = ends + timedelta(days=1) if came is Said.THINKING else None
        words = rng.choice(said[came.value])
        what = TalkDraft(draft.customer, key, came, until, words)
        attempt = 1 if came is Said.NOT_REACHED else 0
        yield Held(what, day, moment.at(day, 17 * 60 + 20), rng.choice(staff), attempt)


_TALKED_ALREADY = {11: Said.THINKING, 24: Said.NOT_REACHED}
"""By the days until a membership ends, what came of the talk with its holder two days ago."""


def occasions(rng: Random, guests: Sequence[Guest], today: date) -> Iterator[OccasionDraft]:
    """Days of people's own: a few close by, the others anywhere in the year."""
    labels = texts("life")["occasions"]
    people = rng.sample([guest for guest in guests if not guest.gone], 24)
    for n, guest in enumerate(people):
        near = _OCCASIONS[n] if n < len(_OCCASIONS) else rng.randint(20, 340)
        day = today + timedelta(days=near)
        known = rng.random() < 0.7
        year = day.year - rng.randint(1, 25) if known and (day.month, day.day) != (2, 29) else None
        yield OccasionDraft(guest.id, labels[n % len(labels)], PartialDate(day.month, day.day, year))


def _year_before(day: date) -> date:
    """The same day a year earlier; 28 February for a leap day."""
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
