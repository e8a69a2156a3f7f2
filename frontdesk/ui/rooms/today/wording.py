"""The Today room's rows: what there is to do and who is here, in words."""

from datetime import datetime

from frontdesk.domain.alerts import capital
from frontdesk.domain.milestones import is_milestone
from frontdesk.domain.relative import ago
from frontdesk.domain.reminders import Facts, Reminder, Rule, Section, days_over, section
from frontdesk.domain.requests import Request
from frontdesk.domain.visits import Arrival
from frontdesk.domain.wording import visit_milestone
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.reports import days
from frontdesk.services.today import Today
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.spans import sentence

_HOUR = 3600


def reminder_row(one: Reminder, today: Today) -> Row:
    """Somebody who deserves a word: who and why, what is known of them, and how late it is."""
    verb = one.rule is Rule.BIRTHDAY and one.number is not None
    text, spans = sentence(
        tr("{name} {reason}") if verb else tr("{name}: {reason}"), name=one.person.name, reason=one.text
    )
    over = days_over(one, today.day)
    badge = trn("{n} day", "{n} days", over) if over else kind(one)
    late = one.rule is Rule.RENEWAL and over
    level = Level.RED if late else Level.AMBER if over or _pressing(one, today) else Level.BRAND
    return Row(
        key=one.key,
        title=text,
        title_spans=spans[:1],
        detail=_known(one.person, today),
        badge=badge,
        level=level,
        tick=False,
        big=False,
    )


def _pressing(one: Reminder, today: Today) -> bool:
    return one.rule is Rule.RENEWAL and section(one, today.day) is Section.TODAY


def kind(one: Reminder) -> str:
    """What kind of reminder it is, in a word."""
    return {
        Rule.BIRTHDAY: tr("birthday"),
        Rule.RENEWAL: tr("renewal"),
        Rule.MILESTONE: tr("milestone"),
        Rule.OCCASION: tr("occasion"),
        Rule.REQUEST: tr("request"),
    }[one.rule]


def _known(person: Facts, today: Today) -> str:
    parts = [person.second_spelling]
    if person.must_know:
        parts.append(tr("must know: {text}").format(text=person.must_know))
    if person.likes:
        parts.append(tr("likes {likes}").format(likes=person.likes))
    if person.last_note:
        parts.append(tr("last note: {note}").format(note=person.last_note))
    if person.last_visit:
        parts.append(tr("last here {when}").format(when=ago(person.last_visit, today.day)))
    return " · ".join(part for part in parts if part)


def request_row(one: Request, today: Today) -> Row:
    """Something we have to see to: what, for whom, by when, by whom."""
    text, spans = sentence(
        tr("{asked} for {name}"), asked=" ".join(one.draft.asked.split()), name=one.customer_name
    )
    badge, level = _remaining(one.deadline, today.now)
    return Row(
        key=("request", one.id),
        title=text,
        title_spans=spans[-1:],
        detail=_times(one, today),
        badge=badge,
        level=level,
        tick=False,
        big=False,
    )


def _times(one: Request, today: Today) -> str:
    parts = []
    if one.draft.promised:
        parts.append(tr("promised by {when}").format(when=moment(one.draft.promised, today)))
    if one.draft.due:
        parts.append(tr("ours by {when}").format(when=moment(one.draft.due, today)))
    if one.draft.exception:
        parts.append(tr("an exception, not a new rule"))
    return " · ".join([*parts, one.owner_name] if one.owner_name else parts)


def moment(instant: datetime, today: Today) -> str:
    """The hour on the same day, the day and hour on another."""
    house = today.house
    hour = days.hour(instant, house.zone, house.region)
    day = venue_day(instant, house.zone)
    return hour if day == today.day else f"{days.short_day(day, house.region)} {hour}"


def _remaining(deadline: datetime | None, now: datetime) -> tuple[str, Level]:
    if deadline is None:
        return tr("open"), Level.NEUTRAL
    if deadline < now:
        return tr("late"), Level.RED
    hours = int((deadline - now).total_seconds() // _HOUR)
    if hours:
        return trn("in {n} h", "in {n} h", hours), Level.AMBER
    return tr("within the hour"), Level.AMBER


def arrival_row(one: Arrival, today: Today, photo: bytes | None) -> Row:
    """Somebody who came today: who, what is good to know, and when they came."""
    visit = one.visit
    newest = is_milestone(one.visit_count) and visit.id == _last_of(one, today)
    parts = [
        visit_milestone(one.visit_count) if newest else "",
        one.second_spelling,
        visit.draft.purpose,
        one.likes,
    ]
    arrived = visit.draft.arrived
    return Row(
        key=visit.id,
        title=one.name,
        detail=" · ".join(part for part in parts if part),
        badge=days.hour(arrived, today.house.zone, today.house.region) if arrived else "",
        level=Level.NEUTRAL,
        monogram=monogram(one.name),
        colour=colour_index(visit.draft.customer),
        photo=photo,
    )


def _last_of(one: Arrival, today: Today) -> int:
    """The newest visit of the same person: it is the one that made the count."""
    same = (a.visit for a in today.arrivals if a.visit.draft.customer == one.visit.draft.customer)
    return next((visit.id for visit in same), one.visit.id)


def ahead_rows(today: Today) -> list[Row]:
    """A row for each of the coming days that has something."""
    from frontdesk.reports.today_ahead import by_day

    return [
        Row(key=number, title=capital(day.day), detail=" · ".join(day.entries), big=False)
        for number, day in enumerate(by_day(today))
    ]


def summary(today: Today) -> str:
    """“9 to do · 3 done”."""
    waiting = len(today.left_over) + len(today.due_today) + len(today.requests)
    parts = [tr("{n} to do").format(n=waiting) if waiting else tr("All done")]
    if today.done:
        parts.append(tr("{n} done").format(n=today.done))
    return " · ".join(parts)
