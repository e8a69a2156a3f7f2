"""Somebody is to be rung: about what, by whom, and by when if it was promised."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from frontdesk.domain.calls import CallDraft, check
from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.text import clean
from frontdesk.foundation.words import tr
from frontdesk.services import calls
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import WHOLE, FieldSpec, Kind
from frontdesk.ui.rooms.desk.forms.panel import Ending, PanelForm
from frontdesk.ui.rooms.desk.forms.request import moment_field, quick_moments


class CallForm(PanelForm):
    """A call to somebody that is put on the list."""

    def __init__(
        self, around: Surroundings, customer: CustomerId, staff: Sequence[StaffMember], ending: Ending
    ) -> None:
        """``staff`` are those who can ring."""
        owners = [(None, tr("whoever has time")), *((one.id, one.name) for one in staff if one.active)]
        fields = (
            FieldSpec("about", tr("What is it about?"), hint=tr("the lost watch has been found"), span=WHOLE),
            moment_field(around, "due", tr("Promised for, if it was"), quick_moments(around)),
            FieldSpec("owner", tr("Who rings"), Kind.CHOICE, choices=owners),
        )
        super().__init__(around, fields, ending)
        self._customer = customer
        self.heading, self.save_words = tr("A call to make"), tr("Put on the list")
        self.begin(about="", due=None, owner=around.desk.on_duty)

    def check(self, values: dict[str, object]) -> None:
        """It is about something, and at a time to come."""
        check(self._draft(values), self.around.desk.now())

    def write(self, values: dict[str, object]) -> Changes:
        """Put the call on the list."""
        return calls.add(self.around.desk, self._draft(values), self.token)

    def said(self, values: dict[str, object]) -> str:
        """“On the call list: the lost watch”."""
        return tr("On the call list: {about}").format(about=clean(str(values["about"])))

    def _draft(self, values: dict[str, object]) -> CallDraft:
        return CallDraft(
            self._customer,
            str(values["about"]),
            owner=cast("StaffId | None", values["owner"]),
            due=cast("datetime | None", values["due"]),
        )
