"""What can come of a talk, as small forms: what is asked for, what is put in already, and what it does.

No toolkit: the screen shows a form's fields and hands their texts back.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from frontdesk.domain.changes import Changes
from frontdesk.domain.plans import following, named
from frontdesk.domain.reading import read_day, write_day
from frontdesk.domain.talks import ATTEMPTS, Said, reasons_of
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import talks
from frontdesk.services.desk import Desk
from frontdesk.services.memberships import Following
from frontdesk.services.renewals import TalkSheet

Choice = tuple[str, str]
"""A value and the words for it."""

FROM_END, FROM_TODAY = "end", "today"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: ``choices`` to choose from, ``quick`` values that take one press, or several ``lines``."""

    name: str
    label: str
    choices: Sequence[Choice] = ()
    quick: Sequence[Choice] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way that a talk can end: its fields, the texts in them, and how it is kept.

    ``keep`` is given what stands in the fields and is called on the database's thread; ``adjust`` gives
    texts that follow from others.
    """

    way: Hashable
    heading: str
    save: str
    fields: tuple[Asked, ...]
    typed: Mapping[str, str]
    keep: Callable[[Desk, Mapping[str, str]], Changes]
    done: str
    adjust: Callable[[Mapping[str, str]], Mapping[str, str]] = field(default=lambda _typed: {})


def renewed(sheet: TalkSheet) -> Outcome:
    """They stay: on which plan, from when, until when."""
    one = sheet.ending
    plans = [(each.draft.name, each.draft.name) for each in sheet.plans if each.draft.active]
    own = one.membership.draft.plan
    if own not in dict(plans):
        plans.insert(0, (own, own))
    ends = write_day(one.ends + timedelta(days=1), sheet.today)
    starts = [
        (FROM_END, tr("From the end: {day}").format(day=ends)),
        (FROM_TODAY, tr("From today")),
    ]

    def until(typed: Mapping[str, str]) -> Mapping[str, str]:
        plan = named(sheet.plans, typed["plan"])
        last = following(one.membership.draft, _starts(sheet, typed["starts"]), plan)
        return {"until": write_day(last, sheet.today)}

    def keep(desk: Desk, typed: Mapping[str, str]) -> Changes:
        with _beside("until"):
            last = read_day(typed["until"], sheet.today)
            if last is None:
                raise Refused(tr("Write the new last day."))
            what = Following(last, _starts(sheet, typed["starts"]), typed["plan"])
            return talks.renewed(desk, one.membership.id, one.membership.version, what, typed["words"])

    begin = {"plan": own, "starts": FROM_END, "words": ""}
    return Outcome(
        Said.RENEWED,
        tr("Renewed"),
        tr("Renew"),
        (
            Asked("plan", tr("Plan"), choices=plans),
            Asked("starts", tr("Begins"), choices=starts),
            Asked("until", tr("New last day")),
            _words(),
        ),
        {**begin, **until(begin)},
        keep,
        tr("Renewed: {name}"),
        until,
    )


def thinking(sheet: TalkSheet) -> Outcome:
    """They want to think: until when."""
    one, today = sheet.ending, sheet.today
    week = write_day(today + timedelta(days=7), today)
    quick = [
        (write_day(today + timedelta(days=2), today), tr("in two days")),
        (week, tr("in a week")),
    ]
    if one.ends > today:
        quick.append((write_day(one.ends, today), tr("on the last day")))

    def keep(desk: Desk, typed: Mapping[str, str]) -> Changes:
        with _beside("until"):
            until = cast("date", read_day(typed["until"], today))
            return talks.thinking(desk, one.membership.id, until, typed["words"])

    return Outcome(
        Said.THINKING,
        tr("Wants to think"),
        tr("Remind us then"),
        (Asked("until", tr("Ask again on"), quick=quick), _words()),
        {"until": week, "words": ""},
        keep,
        tr("To be asked again: {name}"),
    )


def leaving(sheet: TalkSheet) -> Outcome:
    """They leave: why."""
    one = sheet.ending
    reasons = reasons_of(sheet.house)

    def keep(desk: Desk, typed: Mapping[str, str]) -> Changes:
        key, version = one.membership.id, one.membership.version
        if not typed["reason"]:
            raise Refused(tr("Choose why; “{other}” if nothing fits.").format(other=reasons[-1]), "reason")
        return talks.leaving(desk, key, version, reason=typed["reason"], words=typed["words"])

    choices = [("", tr("choose…")), *((reason, reason) for reason in reasons)]
    return Outcome(
        Said.LEAVING,
        tr("Leaves"),
        tr("They leave"),
        (Asked("reason", tr("Why"), choices=choices), _words()),
        {"reason": "", "words": ""},
        keep,
        tr("Leaves: {name}"),
    )


def not_reached(sheet: TalkSheet) -> Outcome:
    """They could not be reached: which attempt it was."""
    one = sheet.ending
    before = one.membership.talk
    attempt = before.attempt + 1 if before and before.draft.said is Said.NOT_REACHED else 1
    heading = tr("Not reached, attempt {n}").format(n=attempt)
    if attempt > ATTEMPTS:
        heading = tr("Not reached, attempt {n}: time for a letter?").format(n=attempt)

    def keep(desk: Desk, typed: Mapping[str, str]) -> Changes:
        return talks.not_reached(desk, one.membership.id, typed["words"])

    return Outcome(
        Said.NOT_REACHED,
        heading,
        tr("Try again later"),
        (Asked("words", tr("What happened"), lines=2),),
        {"words": ""},
        keep,
        tr("To be tried again: {name}"),
    )


WAYS: Mapping[Said, Callable[[TalkSheet], Outcome]] = {
    Said.RENEWED: renewed,
    Said.THINKING: thinking,
    Said.LEAVING: leaving,
    Said.NOT_REACHED: not_reached,
}


@contextmanager
def _beside(name: str) -> Iterator[None]:
    """What is refused because of a day is said beside the field in which it was typed."""
    try:
        yield
    except Refused as refused:
        if refused.field in {"", "ends"}:
            raise Refused(str(refused), name) from refused
        raise


def _words() -> Asked:
    return Asked("words", tr("What they said"), lines=2)


def _starts(sheet: TalkSheet, chosen: str) -> date:
    return sheet.today if chosen == FROM_TODAY else sheet.ending.ends + timedelta(days=1)
