"""Yearly days of a person's own on the card."""

from typing import cast

from frontdesk.domain.changes import Changes
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.occasions import Occasion, OccasionDraft
from frontdesk.domain.reading import read_birthday, write_birthday
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import occasions
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec
from frontdesk.ui.rooms.desk.forms.panel import Ending, PanelForm


class OccasionForm(PanelForm):
    """A new yearly day."""

    def __init__(self, around: Surroundings, customer: CustomerId, ending: Ending) -> None:
        """Neither its name nor its day are known yet."""
        today = around.desk.today()
        day = FieldSpec(
            "day",
            tr("Day"),
            hint=tr("11 June, with the year or without"),
            read=lambda typed: read_birthday(str(typed), today),
            write=lambda value: write_birthday(cast("PartialDate | None", value), today),
        )
        super().__init__(
            around, (FieldSpec("label", tr("What day is it?"), hint=tr("wedding day")), day), ending
        )
        self._customer = customer
        self.heading, self.save_words = tr("A day that comes back every year"), tr("Add it")
        self.begin(label="", day=None)

    def check(self, values: dict[str, object]) -> None:
        """Both are needed."""
        if not str(values["label"]).strip():
            raise Refused(tr("Write what the day is."), "label")
        if values["day"] is None:
            raise Refused(tr("Write which day it is."), "day")

    def write(self, values: dict[str, object]) -> Changes:
        """Write the day down."""
        day = cast("PartialDate", values["day"])
        draft = OccasionDraft(self._customer, str(values["label"]), day)
        return occasions.add(self.around.desk, draft, self.token)

    def said(self, values: dict[str, object]) -> str:
        """“Written down: wedding day”."""
        return tr("Written down: {day}").format(day=values["label"])


class OccasionEnd(PanelForm):
    """A yearly day that may be taken away."""

    def __init__(self, around: Surroundings, occasion: Occasion, ending: Ending) -> None:
        """There is nothing to fill in."""
        super().__init__(around, (), ending)
        self.occasion = occasion
        self.version = occasion.version
        self.heading = occasion.draft.label
        self.save_words = tr("Take it away")

    def write(self, values: dict[str, object]) -> Changes:  # noqa: ARG002  there are none
        """Take the day away."""
        return occasions.remove(self.around.desk, self.occasion.id, self.version)

    def said(self, values: dict[str, object]) -> str:  # noqa: ARG002  there are none
        """“Taken away: wedding day”."""
        return tr("Taken away: {day}").format(day=self.occasion.draft.label)
