"""What somebody asked for: whose it is, by when, what we answered, how it ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reading import read_moment, write_moment
from frontdesk.domain.requests import Answer, Request, RequestDraft, check
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.text import clean
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import requests
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import WHOLE, FieldSpec, Kind, Quick
from frontdesk.ui.rooms.desk.forms.panel import Ending, PanelForm, Step
from frontdesk.ui.rooms.desk.words import saying

_SOON = timedelta(minutes=15)
"""A promise needs at least so much time to be one."""


class RequestForm(PanelForm):
    """A new request of somebody, or one that is written down already."""

    def __init__(
        self,
        around: Surroundings,
        customer: CustomerId,
        staff: Sequence[StaffMember],
        ending: Ending,
        request: Request | None = None,
    ) -> None:
        """``staff`` are those who can own it."""
        super().__init__(around, _fields(around, staff, request), ending)
        self.request = request
        self.version = request.version if request else 0
        draft = request.draft if request else RequestDraft(customer, "", owner=around.desk.on_duty)
        self._draft = draft
        self.heading = tr("What they asked for") if request else tr("A request")
        self.save_words = tr("Save")
        self.steps = (Step(tr("Done with"), self.finish),) if request and request.open else ()
        self.begin(**{name: getattr(draft, name) for name in self.specs})

    def arrange(self) -> None:
        """What was offered instead, and whether a yes was an exception, are asked only where they can be."""
        answer = self.typed["answer"]
        hidden = set()
        if answer is not Answer.INSTEAD:
            hidden.add("instead")
        if answer is not Answer.YES:
            hidden.add("exception")
        self.hidden = frozenset(hidden & self.specs.keys())

    def finish(self) -> None:
        """It was done, or came to nothing: close it with what became of it."""
        values, request = self._values(), self.request
        if values is None or request is None:
            return
        desk = self.around.desk
        fields = _changed(self._whole(values), request.draft) | {"closed": desk.now()}
        self.work(
            lambda: requests.change(desk, request.id, self.version, **fields),
            tr("Request closed: {asked}").format(asked=_short(request.draft.asked)),
        )

    def check(self, values: dict[str, object]) -> None:
        """Our own time must not be later than the one we promised, and a new one not gone by."""
        draft, now = self._whole(values), self.around.desk.now()
        check(draft)
        for name in ("promised", "due"):
            moment = getattr(draft, name)
            if moment and moment != getattr(self._draft, name) and moment <= now:
                raise Refused(tr("This time has gone by already."), name)

    def write(self, values: dict[str, object]) -> Changes:
        """Write the request down, or what is new about it."""
        desk, draft, request = self.around.desk, self._whole(values), self.request
        if request is None:
            return requests.add(desk, draft, self.token)
        return requests.change(desk, request.id, self.version, **_changed(draft, request.draft))

    def said(self, values: dict[str, object]) -> str:
        """“Request written down: locker 12”."""
        sentence = tr("Request changed: {asked}") if self.request else tr("Request written down: {asked}")
        return sentence.format(asked=_short(str(values["asked"])))

    def _whole(self, values: dict[str, object]) -> RequestDraft:
        """The draft these values make; what is hidden has no meaning and goes."""
        gone: dict[str, Any] = {"instead": "", "exception": False}
        kept = {name: gone[name] for name in self.hidden} | values
        kept["asked"] = clean(str(kept["asked"]), lines=True)
        return replace(self._draft, **kept)


def _changed(new: RequestDraft, old: RequestDraft) -> dict[str, Any]:
    names = ("asked", "owner", "due", "promised", "answer", "instead", "exception", "outcome")
    return {name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)}


def _fields(
    around: Surroundings, staff: Sequence[StaffMember], request: Request | None
) -> tuple[FieldSpec, ...]:
    closing = (FieldSpec("outcome", tr("What became of it"), span=WHOLE),) if request else ()
    return (
        FieldSpec("asked", tr("What do they ask for?"), hint=tr("Locker 12, near the pool"), span=WHOLE),
        moment_field(around, "promised", tr("Promised to them for"), quick_moments(around)),
        moment_field(around, "due", tr("Our own time"), ()),
        FieldSpec("answer", tr("What did we say?"), Kind.CHOICE, choices=answers()),
        FieldSpec("owner", tr("Who sees to it"), Kind.CHOICE, choices=_owners(staff, request)),
        FieldSpec("instead", tr("What we offered instead"), span=WHOLE),
        FieldSpec("exception", tr("Exception made, not a new rule"), Kind.CHECK, span=WHOLE),
        *closing,
    )


def moment_field(around: Surroundings, name: str, label: str, quick: Sequence[Quick]) -> FieldSpec:
    """A field for a day and an hour at the venue."""
    desk = around.desk
    return FieldSpec(
        name,
        label,
        hint=tr("24.11. 18:00, tomorrow 10:00"),
        quick=quick,
        read=lambda typed: read_moment(str(typed), desk.now(), desk.house.zone),
        write=lambda value: write_moment(cast("datetime | None", value), desk.now(), desk.house.zone),
    )


def quick_moments(around: Surroundings) -> list[Quick]:
    """Likely promises: this evening, tomorrow morning, tomorrow evening, in a week."""
    desk = around.desk
    now, house = desk.now(), desk.house
    today, zone = venue_day(now, house.zone), ZoneInfo(house.zone)
    likely = [
        datetime.combine(today + timedelta(days=days), time(hour), zone)
        for days, hour in ((0, 18), (0, 21), (1, 10), (1, 18), (7, 18))
    ]
    coming = [moment for moment in likely if moment - now > _SOON]
    if coming and len(coming) == len(likely):
        coming.pop(1)  # 21:00 is for those who ask after six
    return [Quick(saying.moment(one, now, house), write_moment(one, now, house.zone)) for one in coming]


def answers() -> tuple[tuple[object, str], ...]:
    """What we may have said, in words."""
    return (
        (None, tr("not answered yet")),
        (Answer.YES, tr("yes")),
        (Answer.INSTEAD, tr("something else instead")),
        (Answer.NO, tr("no")),
    )


def _owners(staff: Sequence[StaffMember], request: Request | None) -> list[tuple[object, str]]:
    """Who works here now, and whoever owns it already."""
    owner = request.draft.owner if request else None
    names = [(member.id, member.name) for member in staff if member.active or member.id == owner]
    return [(None, tr("nobody yet")), *names]


def _short(asked: str) -> str:
    text = " ".join(asked.split())
    return text if len(text) <= 60 else text[:60] + "…"
