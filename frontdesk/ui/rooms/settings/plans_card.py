"""The plans on the screen: what a membership can be bought as, for how long and for how much."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from frontdesk.domain.ids import PlanId
from frontdesk.domain.plans import Plan, PlanDraft
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, empty
from frontdesk.ui.kit.field import Field, ReadField, TextField
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import S, px
from frontdesk.ui.rooms.settings import reading
from frontdesk.ui.rooms.settings.reading import Length

_SHORT = 92
"""Pixels at 100 % text for a length or a price: the name has the rest."""

AddPlan = Callable[[PlanDraft], None]
ChangePlan = Callable[[PlanId, dict[str, object]], None]


class PlansCard(Card):
    """Plans that can be written over, each with a button that takes it from sale; a new one stands last."""

    def __init__(self, add: AddPlan, change: ChangePlan) -> None:
        """Empty until :meth:`show_plans`."""
        super().__init__(tr("Plans"))
        self._add, self._change = add, change
        self._shown: tuple[Plan, ...] | None = None
        self._fields: dict[tuple[PlanId, str], Field] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(0, 1)
        self.new_name = TextField("", name=tr("Name of a new plan"), hint=tr("New plan"))
        self.new_length = _length(tr("How long a new plan lasts"))
        self.new_price = _price(tr("Price of a new plan"))
        self.add_button = Button(tr("Add"), icon="add")
        self.add_button.setAccessibleName(tr("Add the plan"))
        new = QGridLayout()
        new.setHorizontalSpacing(S)
        new.setColumnStretch(0, 1)
        for column, part in enumerate((self.new_name, self.new_length, self.new_price, self.add_button)):
            new.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
        self._nothing = Label(
            tr("No plans yet. With them a renewal knows how long it lasts and what is at risk."),
            tone=Tone.SOFT,
            lines=0,
        )
        self.add(self._nothing)
        self.add(self._grid)
        self.add(new)
        self.add_button.clicked.connect(self._on_add)
        for field in (self.new_name.line, self.new_length.line, self.new_price.line):
            field.returnPressed.connect(self._on_add)

    def _on_add(self) -> None:
        for field in (self.new_length, self.new_price):
            field.commit()
            if field.error:
                return
        length = self.new_length.value()
        price = self.new_price.value()
        self._add(PlanDraft(self.new_name.value(), length.months, length.days, price))

    def added(self) -> None:
        """A plan is on the list: the next one can be written."""
        self.new_name.set_value("")
        self.new_length.set_value(Length())
        self.new_price.set_value(None)
        self.new_name.setFocus()

    def refuse(self, name: str, sentence: str) -> None:
        """Say why a plan was not added, beside its field."""
        fields: dict[str, Field] = {"months": self.new_length, "price": self.new_price}
        fields.get(name, self.new_name).set_error(sentence)

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Show every plan, the unsold ones last. What is being written is kept first."""
        if self._shown == tuple(plans):
            return
        self._shown = shown = tuple(plans)
        for field in list(self._fields.values()):
            field.commit()
        if self._shown is not shown:  # what was kept just now has been shown already
            return
        self._fields.clear()
        empty(self._grid)
        self._nothing.setVisible(not plans)
        for row, plan in enumerate(sorted(plans, key=lambda one: not one.draft.active)):
            self._row(row, plan)

    def _row(self, row: int, plan: Plan) -> None:
        draft, called = plan.draft, plan.draft.name
        name = TextField("", name=tr("Name of the plan {name}").format(name=called))
        name.set_value(called)
        length = _length(tr("How long {name} lasts").format(name=called))
        length.set_value(Length(draft.months, draft.days))
        price = _price(tr("Price of {name}").format(name=called))
        price.set_value(draft.price)
        name.left.connect(lambda text: self._change(plan.id, {"name": text}))
        length.left.connect(lambda value: self._change(plan.id, {"months": value.months, "days": value.days}))
        price.left.connect(lambda value: self._change(plan.id, {"price": value}))
        words = tr("Retire") if draft.active else tr("Sell again")
        button = Button(words)
        button.setAccessibleName(f"{words}: {called}")
        button.clicked.connect(lambda: self._change(plan.id, {"active": not draft.active}))
        self._fields |= {(plan.id, "name"): name, (plan.id, "months"): length, (plan.id, "price"): price}
        for column, part in enumerate((name, length, price, button)):
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)

    def begun(self) -> list[str]:
        """A plan that has been named, and was not added yet."""
        return [name] if (name := self.new_name.value()) else []


def _length(name: str) -> ReadField[Length]:
    field = ReadField("", reading.length, reading.length_in_words, name=name, hint=tr("12 months"))
    field.setMaximumWidth(px(_SHORT))
    return field


def _price(name: str) -> ReadField[int | None]:
    field = ReadField("", reading.price, reading.price_in_figures, name=name, hint=tr("Price"))
    field.setMaximumWidth(px(_SHORT))
    return field
