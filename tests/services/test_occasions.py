"""Occasions: a yearly day of a person's own, on Today when it comes and gone when it is taken away."""

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Gone, Kind
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, OccasionId
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.text import LINE
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, occasions
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino, content

WEDDING = PartialDate(11, 22, 2016)


def said(desk: Desk) -> list[str]:
    return [one.text for one in today(desk).due_today]


def test_a_yearly_day_is_written_down_and_shown_on_its_day(desk: Desk) -> None:
    whom = aino(desk)
    changes = occasions.add(desk, OccasionDraft(whom, " wedding  day ", WEDDING))
    (one,) = customers.card(desk, whom).occasions
    assert (one.id, one.draft) == (changes.row, OccasionDraft(whom, "wedding day", WEDDING))
    assert (set(changes.kinds), set(changes.customers)) == ({Kind.OCCASIONS}, {whom})
    assert said(desk) == ["wedding day today, 10 years"]


@pytest.mark.parametrize("day", [PartialDate(11, 22), PartialDate(2, 29), PartialDate(2, 29, 2016)])
def test_it_may_have_no_year_and_be_a_leap_day(desk: Desk, day: PartialDate) -> None:
    whom = aino(desk)
    occasions.add(desk, OccasionDraft(whom, "name day", day))
    assert customers.card(desk, whom).occasions[0].draft.day == day


@pytest.mark.parametrize("label", ["", " \t", "\u200b", "x" * (LINE + 1)])
def test_it_needs_a_name_that_can_be_kept(desk: Desk, label: str) -> None:
    with pytest.raises(Refused) as refused:
        occasions.add(desk, OccasionDraft(aino(desk), label, WEDDING))
    assert refused.value.field == "label"
    assert not content(desk)["occasions"]


def test_tried_twice_it_is_written_down_once(desk: Desk) -> None:
    draft, token = OccasionDraft(aino(desk), "wedding day", WEDDING), "0b3f1c1e-0000-4000-8000-000000000007"
    assert occasions.add(desk, draft, token).row == occasions.add(desk, draft, token).row
    assert len(content(desk)["occasions"]) == 1


def test_taken_away_it_is_said_no_more_until_it_is_brought_back(desk: Desk) -> None:
    whom = aino(desk)
    one = OccasionId(occasions.add(desk, OccasionDraft(whom, "wedding day", WEDDING)).row)
    removed = occasions.remove(desk, one, 1)
    assert not customers.card(desk, whom).occasions
    assert said(desk) == []
    undo(desk, removed.id)
    assert [kept.id for kept in customers.card(desk, whom).occasions] == [one]
    assert said(desk) == ["wedding day today, 10 years"]


def test_what_is_gone_cannot_be_taken_away(desk: Desk) -> None:
    one = OccasionId(occasions.add(desk, OccasionDraft(aino(desk), "wedding day", WEDDING)).row)
    with pytest.raises(ChangedMeanwhile):
        occasions.remove(desk, one, 2)
    occasions.remove(desk, one, 1)
    with pytest.raises(Gone):
        occasions.remove(desk, one, 1)
    with pytest.raises(Gone):
        occasions.add(desk, OccasionDraft(CustomerId(4711), "wedding day", WEDDING))
