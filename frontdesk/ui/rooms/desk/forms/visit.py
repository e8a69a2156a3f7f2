"""What is written about a visit, right on its row."""

from collections.abc import Callable
from typing import cast

from frontdesk.domain.visits import Visit
from frontdesk.exchange.values import amount
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import visits
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec
from frontdesk.ui.rooms.desk.forms.kept import KeptForm, Telling
from frontdesk.ui.rooms.desk.words import saying


def visit_form(around: Surroundings, visit: Visit, changed: Callable[[], None]) -> KeptForm:
    """Purpose, note and amount of a visit."""
    desk = around.desk
    telling = Telling(
        undo=lambda spec: tr("{field}: saved with the visit").format(field=spec.label),
        hour=lambda change: saying.moment(change.at, desk.now(), desk.house),
        changed=changed,
    )
    return KeptForm(
        around,
        _fields(),
        values_of(visit),
        visit.version,
        lambda version, field, value: visits.change(desk, visit.id, version, **{field: value}),
        telling,
    )


def values_of(visit: Visit) -> dict[str, object]:
    """The values of a visit by the names of its fields."""
    draft = visit.draft
    return {"purpose": draft.purpose, "note": draft.note, "amount": draft.amount}


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("note", tr("How did it go?"), hint=tr("What to remember next time"), span=2),
        FieldSpec("purpose", tr("Came for"), hint=tr("Six o'clock class")),
        FieldSpec(
            "amount",
            tr("Amount"),
            hint=tr("12.50"),
            read=lambda typed: read_amount(str(typed)),
            write=lambda value: saying.plain_amount(cast("int | None", value)),
        ),
    )


def read_amount(typed: str) -> int | None:
    """An amount in hundredths: 12,50 or 12.50, with a currency sign or without; raises Refused."""
    try:
        return amount(typed)
    except Refused as refused:
        raise Refused(tr("{reason}.").format(reason=refused), "amount") from refused
