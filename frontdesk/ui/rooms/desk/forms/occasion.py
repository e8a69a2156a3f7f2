"""Days of a person's own on the card: those that come back every year, and news."""

from collections.abc import Iterator
from datetime import date
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
from frontdesk.ui.rooms.desk.forms.fields import WHOLE, FieldSpec, Kind, Quick
from frontdesk.ui.rooms.desk.forms.panel import Ending, PanelForm


class OccasionForm(PanelForm):
    """A new yearly day, or news."""

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
        self._news = tuple(news())
        quick = [Quick(words, words) for words in self._news]
        label = FieldSpec("label", tr("What day is it?"), hint=tr("wedding day"), quick=quick)
        once = FieldSpec("once", tr("Only once: it is news"), Kind.CHECK, span=WHOLE)
        super().__init__(around, (label, day, once), ending)
        self._customer = customer
        self.heading, self.save_words = tr("A day of their own"), tr("Add it")
        self.begin(label="", day=None, once=False)

    def leave(self, name: str, typed: object) -> None:
        """What is news happens once, as a rule today."""
        if name == "label" and typed in self._news:
            self.typed["once"] = True
            if not self.typed["day"]:
                today = PartialDate.of(self.around.desk.today())
                self.typed["day"] = self.specs["day"].write(today)
        super().leave(name, typed)

    def check(self, values: dict[str, object]) -> None:
        """Both are needed."""
        if not str(values["label"]).strip():
            raise Refused(tr("Write what the day is."), "label")
        if values["day"] is None:
            raise Refused(tr("Write which day it is."), "day")

    def write(self, values: dict[str, object]) -> Changes:
        """Write the day down."""
        day = cast("PartialDate", values["day"])
        once = bool(values["once"])
        if once and day.year is None:
            day = nearest_before(day, self.around.desk.today())
        draft = OccasionDraft(self._customer, str(values["label"]), day, once)
        return occasions.add(self.around.desk, draft, self.token)

    def said(self, values: dict[str, object]) -> str:
        """“Written down: wedding day”."""
        return tr("Written down: {day}").format(day=values["label"])


def news() -> Iterator[str]:
    """What people are glad to be congratulated on."""
    yield tr("a baby")
    yield tr("a promotion")
    yield tr("in the newspaper")
    yield tr("an exam passed")


def nearest_before(day: PartialDate, today: date) -> PartialDate:
    """A day without a year in the year in which it was last, or is today."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, day.month, day.day)
        except ValueError:  # a leap day
            continue
        if found <= today:
            return PartialDate.of(found)
    return PartialDate.of(today)


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
