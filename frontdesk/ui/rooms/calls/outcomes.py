"""What can come of a call, as small forms: what is asked for, what is put in already, and what it does.

No toolkit: the screen shows a form's fields and hands their texts back.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.calls import AttemptDraft, Came
from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import StaffId
from frontdesk.domain.reading import read_moment, write_moment
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import calls
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.asked import Asked, Choice
from frontdesk.ui.rooms.calls.wording import Moment

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_LIKELY = ((0, 17), (1, 10), (1, 17))
"""Days from today, and hours, at which somebody is likely to want to be rung back."""


@dataclass(frozen=True, slots=True)
class Trying:
    """A try at somebody: at which moment, by whom of the ``staff`` perhaps again."""

    one: ToRing
    at: Moment
    staff: Sequence[StaffMember] = ()
    on_duty: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way that a call can end: its fields, the texts in them, and how it is kept.

    ``keep`` is given what stands in the fields and is called on the database's thread.
    """

    came: Came
    heading: str
    save: str
    fields: tuple[Asked, ...]
    typed: Mapping[str, str]
    keep: Callable[[Desk, Mapping[str, str]], Changes]
    done: str
    adjust: Callable[[Mapping[str, str]], Mapping[str, str]] = field(default=lambda _typed: {})


def reached(trying: Trying) -> Outcome:
    """Somebody was spoken to; of a renewal its sheet asks what came of it next."""
    save = tr("Reached: to the talk sheet") if trying.one.is_renewal else tr("Reached")
    return _outcome(trying, Came.REACHED, tr("Reached"), save, tr("Reached: {name}"))


def no_answer(trying: Trying) -> Outcome:
    """Nobody answered: which time it was."""
    heading = tr("No answer, attempt {n}").format(n=trying.one.unanswered + 1)
    return _outcome(trying, Came.NO_ANSWER, heading, tr("No answer"), tr("No answer: {name}"))


def wrong_number(trying: Trying) -> Outcome:
    """Somebody else has the number: the card is where another one is written."""
    save = tr("Wrong number: to the card")
    return _outcome(trying, Came.WRONG_NUMBER, tr("Wrong number"), save, tr("Wrong number: {name}"))


def call_back(trying: Trying) -> Outcome:
    """They want to be rung back: when, and by whom."""
    one, at = trying.one, trying.at
    now, zone = at.now, at.house.zone
    owner = (one.call.draft.owner if one.call else None) or trying.on_duty
    members = [(str(member.id), member.name) for member in trying.staff]
    owners = [("", tr("choose…")), *members]
    known = str(owner or "") if str(owner or "") in dict(owners) else ""
    quick = [(write_moment(instant, now, zone), words) for instant, words in _likely(at)]
    fields = (
        Asked("back_at", tr("Ring back"), quick=quick),
        Asked("owner", tr("Who rings"), choices=owners),
    )

    def draft(typed: Mapping[str, str]) -> AttemptDraft:
        try:
            back_at = read_moment(typed["back_at"], now, zone)
        except Refused as refused:
            raise Refused(tr("Write a day and an hour, such as “tomorrow 10:00”."), "back_at") from refused
        owner = StaffId(int(typed["owner"])) if typed["owner"] else None
        return AttemptDraft(Came.CALL_BACK, "", typed["words"], back_at, owner)

    heading, save = tr("Call back"), tr("Remind us then")
    first = {"back_at": "", "owner": known}
    return _outcome(
        trying, Came.CALL_BACK, heading, save, tr("To be rung back: {name}"), _Own(fields, first, draft)
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """What one way asks for besides the number and the words, and the try that this makes."""

    fields: tuple[Asked, ...]
    typed: Mapping[str, str]
    draft: Callable[[Mapping[str, str]], AttemptDraft]


def _outcome(
    trying: Trying, came: Came, heading: str, save: str, done: str, own: _Own | None = None
) -> Outcome:
    one = trying.one
    own = own or _Own((), {}, lambda typed: AttemptDraft(came, words=typed["words"]))
    rung = one.numbers[0].text if one.numbers else ""
    several: list[Choice] = [(each.text, each.text) for each in one.numbers]

    def keep(desk: Desk, typed: Mapping[str, str]) -> Changes:
        draft = own.draft(typed)
        return calls.tried(desk, one, _at_number(draft, typed.get("number", rung)))

    numbers = (Asked("number", tr("Number"), choices=several),) if len(several) > 1 else ()
    words = Asked("words", tr("What was said"), lines=2)
    typed = {**own.typed, "words": ""} | ({"number": rung} if numbers else {})
    return Outcome(came, heading, save, (*own.fields, words, *numbers), typed, keep, done)


def _at_number(draft: AttemptDraft, number: str) -> AttemptDraft:
    return AttemptDraft(draft.came, number, draft.words, draft.back_at, draft.owner)


def _likely(at: Moment) -> Iterator[tuple[datetime, str]]:
    """In an hour, this evening, tomorrow in the morning and in the evening."""
    now, zone = at.now, ZoneInfo(at.house.zone)
    soon = (now + _HOUR).replace(second=0, microsecond=0)
    yield soon, tr("in an hour")
    today = now.astimezone(zone).date()
    for days, hour in _LIKELY:
        instant = datetime.combine(today + days * _DAY, time(hour), zone)
        if instant > soon:
            yield instant, at.say(instant)


WAYS: Mapping[Came, Callable[[Trying], Outcome]] = {
    Came.REACHED: reached,
    Came.NO_ANSWER: no_answer,
    Came.CALL_BACK: call_back,
    Came.WRONG_NUMBER: wrong_number,
}
