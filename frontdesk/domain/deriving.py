"""The rules: every reminder about one person, derived from what the house knows of them on a day."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from frontdesk.domain import milestones, renewals, returning, rhythm, winback, wording
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.horizon import Horizon, horizon
from frontdesk.domain.house import House
from frontdesk.domain.memberships import awaiting_renewal
from frontdesk.domain.reminders import Facts, Reminder, Rule, in_order
from frontdesk.domain.yearly import returns
from frontdesk.foundation.clock import venue_day

NEWS_STAYS = timedelta(days=30)
"""For how long it is not too late to say something about what happened to somebody."""


def reminders(person: Facts, now: datetime, house: House, ahead: int = 7) -> list[Reminder]:
    """Every reminder about ``person`` that stands at ``now`` or is due within ``ahead`` days, in list order.

    Today is the venue's day. Nobody is reminded of the deceased or archived, nor of anything due more
    than thirty days before the house began with the program.
    """
    return reminders_for([person], now, house, ahead)


def reminders_for(
    people: Iterable[Facts], now: datetime, house: House, ahead: int = 7, belated: date | None = None
) -> list[Reminder]:
    """:func:`reminders` of many people as one list in order, which takes less time than one by one.

    ``belated`` is the earliest yearly day, where it is not the house's belated days ago; see
    :func:`frontdesk.domain.horizon.belated_from`.
    """
    days = horizon(now, house, ahead, belated)
    found = (one for person in people for one in _about(person, days) if one.due >= days.earliest)
    return in_order(found, days.today)


def _about(person: Facts, days: Horizon) -> list[Reminder]:
    found: list[Reminder] = []
    if person.deceased or person.archived:
        return found
    born, first = person.birthday, person.first_seen
    if born and (born.month, born.day) in days.kept:
        found += _birthday(person, born, days)
    if first and (first.month, first.day) in days.kept:
        found += _years_with_us(person, first, days)
    if person.last_visit:
        found += _by_visits(person, person.last_visit, days)
    if person.memberships or person.occasions or person.requests or person.calls:  # most people have none
        found += _renewals(person, days)
        found += _winback(person, days)
        found += _occasions(person, days)
        found += _news(person, days)
        found += _requests(person, days)
        found += _calls(person, days)
    return found


def _by_visits(person: Facts, last: date, days: Horizon) -> list[Reminder]:
    found: list[Reminder] = []
    if milestones.next_milestone(person.visit_count):
        found += _next_visit(person, last, days)
    if person.counts:
        found += _next_of_its_kind(person, last, days)
    if person.usual_gap is not None:
        found += _away(person, last, person.usual_gap, days)
    if person.visit_count == 1:
        found += _second_visit(person, last, days)
    return found


def _birthday(person: Facts, born: PartialDate, days: Horizon) -> Iterator[Reminder]:
    for due, starts, age in returns(born.month, born.day, born.year, days):
        if age != 0:  # the day of birth itself is not a birthday
            text, until = wording.birthday(age, due, days), due + days.stay
            yield Reminder(Rule.BIRTHDAY, "birthday", person.id, due, starts, person, text, age, until=until)


def _years_with_us(person: Facts, first: date, days: Horizon) -> Iterator[Reminder]:
    for due, starts, years in returns(first.month, first.day, first.year, days):
        if years and milestones.is_year_milestone(years):
            text, stage, until = wording.years_with_us(years, due, days), f"years-{years}", due + days.stay
            yield Reminder(Rule.MILESTONE, stage, person.id, due, starts, person, text, years, until=until)


def _news(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for occasion in person.occasions:
        day, label = occasion.draft.day, occasion.draft.label
        if not occasion.draft.once or day.year is None:
            continue
        due = date(day.year, day.month, day.day)
        until = due + NEWS_STAYS
        if days.today <= until + days.unseen and due <= days.until:
            text, key = wording.occasion(label, None, due, days), occasion.id
            yield Reminder(Rule.OCCASION, "news", key, due, due, person, text, until=until, label=label)


def _occasions(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for occasion in person.occasions:
        if occasion.draft.once:
            continue
        day = occasion.draft.day
        for due, starts, years in returns(day.month, day.day, day.year, days):
            label, until = occasion.draft.label, due + days.stay
            text = wording.occasion(label, years, due, days)
            yield Reminder(
                Rule.OCCASION,
                "occasion",
                occasion.id,
                due,
                starts,
                person,
                text,
                years,
                until=until,
                label=label,
            )


def _next_visit(person: Facts, last: date, days: Horizon) -> Iterator[Reminder]:
    coming = milestones.next_milestone(person.visit_count)
    if coming and 0 <= (days.today - last).days <= days.house.milestone_days:
        text, stage = wording.next_visit(coming), f"visits-{coming}"
        until = last + timedelta(days=days.house.milestone_days)
        yield Reminder(
            Rule.MILESTONE, stage, person.id, last, last, person, text, coming, standing=True, until=until
        )


def _next_of_its_kind(person: Facts, last: date, days: Horizon) -> Iterator[Reminder]:
    if not 0 <= (days.today - last).days <= days.house.milestone_days:
        return
    counts = dict(person.counts)
    for one in milestones.counted(days.house.count_milestones):
        if counts.get(one.purpose) == one.number - 1:
            text, until = wording.next_of_its_kind(one), last + timedelta(days=days.house.milestone_days)
            yield Reminder(
                Rule.MILESTONE,
                one.stage,
                person.id,
                last,
                last,
                person,
                text,
                one.number,
                standing=True,
                until=until,
                label=one.purpose,
            )


def _away(person: Facts, last: date, gap: float, days: Horizon) -> Iterator[Reminder]:
    since = rhythm.away_since(last, person.memberships, days.today) if person.memberships else last
    away = rhythm.absence(since, gap, days.today, days.away)
    if away is not None and days.today <= away.until + days.unseen:
        text, due = wording.away(gap, last, days), away.since
        yield Reminder(
            Rule.OVERDUE,
            away.stage.value,
            person.id,
            due,
            due,
            person,
            text,
            round(gap),
            until=away.until,
            named=since,
        )


def _second_visit(person: Facts, came: date, days: Horizon) -> Iterator[Reminder]:
    window = returning.window(came, days.house)
    if window and window[0] <= days.today <= window[1] + days.unseen:
        text, (due, until) = wording.came_once(came, days), window
        yield Reminder(
            Rule.SECOND_VISIT, "second visit", person.id, due, due, person, text, until=until, named=came
        )


def _renewals(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in awaiting_renewal(person.memberships):
        for stage in renewals.stages(one, days):
            text, left = wording.renewal(one.draft, stage.ends, days), (stage.ends - days.today).days
            due, until, plan = stage.due, stage.until, one.draft.plan
            yield Reminder(
                Rule.RENEWAL, stage.name, one.id, due, due, person, text, left, until=until, label=plan
            )


def _winback(person: Facts, days: Horizon) -> Iterator[Reminder]:
    gone = winback.departure(person.memberships, person.last_visit, days.today)
    if gone is None or person.left_alone:
        return
    for one in winback.steps(gone, days.house.winback_days, person.birthday, days.house.leap):
        last = one.step is winback.Step.LAST_WORD
        if one.day <= days.until and days.today <= one.until + (days.unseen if last else timedelta()):
            channel = winback.channel_of(one.step, person.channel)
            yield Reminder(
                Rule.WINBACK,
                one.step.value,
                gone.membership,
                one.day,
                one.day,
                person,
                wording.winback(gone, one, channel, days),
                (days.today - gone.since).days,
                until=one.until,
                label=channel.value,
                named=gone.since,
            )


def _requests(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in person.requests:
        if not one.open or one.deadline is None:
            continue
        due, late = venue_day(one.deadline, days.house.zone), days.now > one.deadline
        if due <= days.until:
            text, at = wording.request(one.draft), one.deadline
            asked = one.draft.asked
            yield Reminder(
                Rule.REQUEST, "request", one.id, due, due, person, text, at=at, late=late, label=asked
            )


def _calls(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in person.calls:
        at = one.draft.due
        if not one.open or at is None:
            continue
        due, late = venue_day(at, days.house.zone), days.now > at
        if due <= days.until:
            about = wording.call_about(one.draft)
            text = wording.call(about)
            yield Reminder(Rule.CALL, "call", one.id, due, due, person, text, at=at, late=late, label=about)
