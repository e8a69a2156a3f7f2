"""Plans: one of each name, whoever writes it and however it is written."""

import pytest

from frontdesk.domain.ids import PlanId
from frontdesk.domain.plans import PlanDraft
from frontdesk.foundation.errors import Refused
from frontdesk.services import plans
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import plans as storage

SILVER = PlanDraft("Silver", months=12)


def names(desk: Desk) -> list[str]:
    return [one.draft.name for one in plans.everything(desk)]


@pytest.mark.parametrize("name", ["Silver", "SILVER", " silver ", "Ｓilver"])
def test_a_name_that_a_reader_takes_for_another_is_taken(desk: Desk, name: str) -> None:
    plans.add(desk, SILVER)
    with pytest.raises(Refused, match="There is a plan of this name already") as refused:
        plans.add(desk, PlanDraft(name, days=10))
    assert refused.value.field == "name"
    assert names(desk) == ["Silver"]


def test_written_at_two_desks_at_once_it_is_there_once(desk: Desk) -> None:
    plans.add(desk, SILVER)

    def at_once() -> None:
        with desk.write() as work:  # the other desk has looked before this one wrote
            storage.add(work, PlanDraft("SILVER", months=6))

    with pytest.raises(Refused, match="Nothing was saved"):
        at_once()
    assert names(desk) == ["Silver"]


def test_an_undo_that_would_make_two_of_a_name_is_refused(desk: Desk) -> None:
    one = PlanId(plans.add(desk, SILVER).row)
    renamed = plans.change(desk, one, 1, name="Gold")
    plans.add(desk, SILVER)
    with pytest.raises(Refused, match="There is a plan of this name already"):
        undo(desk, renamed.id)
    assert names(desk) == ["Gold", "Silver"]
