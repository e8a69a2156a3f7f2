"""Memberships, days and news, added and ended in the card."""

from datetime import date

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import EndedWhy, MembershipDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.domain.talks import Said
from frontdesk.services import memberships, plans
from frontdesk.storage import talks
from frontdesk.ui.rooms.desk.forms.membership import CorrectionForm, PauseForm, RenewForm, renewal_terms
from frontdesk.ui.rooms.desk.forms.occasion import nearest_before
from frontdesk.ui.rooms.desk.forms.panel import PanelForm
from frontdesk.ui.rooms.desk.person import OpenPerson
from tests.ui.rooms.desk.conftest import FrontDesk


def panel(person: OpenPerson) -> PanelForm:
    assert person.panel is not None
    return person.panel


def gold(front: FrontDesk, starts: date, ends: date | None) -> CustomerId:
    aino = front.knows("Aino")
    memberships.add(front.desk, MembershipDraft(aino, "Gold", starts, ends))
    return aino


def test_a_membership_begins_today_unless_somebody_says_otherwise(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    person.add_membership()
    form = panel(person)
    assert form.typed["starts"] == "22 November"
    form.leave("plan", "Gold")
    form.leave("ends", form.specs["ends"].quick[-1].typed)
    form.save()
    assert person.words.memberships[0].title == "Gold · 22 November 2026 to 21 November 2027"
    assert front.around.undos[-1][0] == "Membership “Gold” begun"


def test_a_membership_needs_a_plan_and_days_in_order(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    person.add_membership()
    form = panel(person)
    form.save()
    assert form.errors == {"plan": "Write the name of the plan."}
    form.leave("plan", "Gold")
    form.leave("starts", "1.12.2026")
    form.leave("ends", "30.11.2026")
    form.save()
    assert form.errors == {"ends": "The last day cannot be before the first."}
    form.leave("starts", "")
    form.save()
    assert form.errors == {"starts": "Write the first day."}


def test_renewing_offers_the_same_term_once_more(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    form = panel(person)
    assert form.typed["ends"] == "29 November 2027"
    assert form.specs["ends"].quick[0].words == "same again: 29 November 2027"
    form.save()
    assert person.words.memberships[-1].title == "Gold · 30 November 2026 to 29 November 2027"
    assert front.around.undos[-1][0] == "Membership “Gold” renewed until 29 November 2027"


def test_a_term_of_some_days_is_offered_in_days(front: FrontDesk) -> None:
    aino = gold(front, date(2026, 11, 14), date(2026, 11, 27))
    [membership] = front.opens(aino).card.memberships
    assert renewal_terms(membership, front.desk.today())[0].typed == "11 December"


def test_a_renewal_needs_a_last_day_after_the_old_one(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    form = panel(person)
    form.leave("ends", "")
    form.save()
    assert form.errors == {"ends": "Write the new last day."}
    form.leave("ends", "25.11.2026")
    form.save()
    assert form.errors == {"ends": "The last day cannot be before the first."}


def test_a_membership_is_given_up_and_the_giving_up_undone(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    panel(person).steps[1].run()
    form = panel(person)
    form.leave("reason", "Moved away")
    form.leave("words", "to Turku, for work")
    form.save()
    over = person.card.memberships[0].draft
    assert (over.ended_why, over.reason, over.reason_words) == (
        EndedWhy.CANCELLED,
        "Moved away",
        "to Turku, for work",
    )
    assert person.words.memberships[0].badge == "given up"
    front.undoes()
    assert person.card.memberships[0].draft.ended_why is None


def test_why_it_is_given_up_may_stay_unsaid(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    panel(person).steps[1].run()
    panel(person).save()
    assert person.card.memberships[0].draft.ended_why == EndedWhy.CANCELLED


def test_a_renewal_on_the_card_is_a_talk_too(front: FrontDesk) -> None:
    whom = gold(front, date(2025, 11, 30), date(2026, 11, 29))
    person = front.opens(whom)
    person.renew()
    panel(person).save()
    with front.desk.store.read() as connection:
        assert [one.draft.said for one in talks.of(connection, whom)] == [Said.RENEWED]


def test_with_several_the_one_that_ends_first_is_renewed_and_any_can_be_chosen(front: FrontDesk) -> None:
    aino = gold(front, date(2025, 11, 30), date(2026, 12, 24))
    memberships.add(front.desk, MembershipDraft(aino, "Sauna", date(2026, 1, 1), date(2026, 11, 30)))
    person = front.opens(aino)
    person.renew()
    assert panel(person).heading == "Renew “Sauna”"
    other = next(one for one in person.card.memberships if one.draft.plan == "Gold")
    person.renew(other.id)
    assert panel(person).heading == "Renew “Gold”"


def test_one_without_an_end_can_be_given_up_from_its_line(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), None))
    assert not person.words.can_renew
    person.renew(person.card.memberships[0].id)
    assert isinstance(person.panel, RenewForm)


def test_a_yearly_day_is_added_and_taken_away(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    person.add_occasion()
    form = panel(person)
    form.leave("label", "wedding day")
    form.leave("day", "11 June 2012")
    form.save()
    assert person.words.occasions[0].title == "wedding day · 11 June 2012"
    person.open_occasion(person.card.occasions[0].id)
    panel(person).save()
    assert person.words.occasions == ()
    assert front.around.undos[-1][0] == "Taken away: wedding day"
    front.undoes()
    assert len(person.words.occasions) == 1


def test_a_yearly_day_needs_a_name_and_a_day(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    person.add_occasion()
    form = panel(person)
    form.save()
    assert form.errors == {"label": "Write what the day is."}
    form.leave("label", "wedding day")
    form.save()
    assert form.errors == {"day": "Write which day it is."}


def test_a_plan_that_is_sold_says_how_long_the_membership_lasts(front: FrontDesk) -> None:
    plans.add(front.desk, PlanDraft("Mornings", months=6))
    plans.add(front.desk, PlanDraft("Old terms", months=12, active=False))
    person = front.opens(front.knows("Aino"))
    person.add_membership()
    form = panel(person)
    assert [quick.words for quick in form.specs["plan"].quick] == ["Mornings"]
    form.leave("plan", "mornings")
    assert form.typed["ends"] == "21 May 2027"
    form.leave("plan", "Something else")
    assert form.typed["ends"] == "21 May 2027"


def test_a_membership_rests_and_goes_on(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    panel(person).steps[0].run()
    form = panel(person)
    assert isinstance(form, PauseForm)
    form.save()
    assert form.errors == {"paused_until": "Write the day."}
    form.leave("paused_until", form.specs["paused_until"].quick[0].typed)
    form.save()
    [row] = person.words.memberships
    assert row.title == "Gold · 30 November 2025 to 29 December 2026"
    assert row.detail == "rests until 21 December"
    person.renew()
    assert panel(person).steps[0].words == "Back from the pause"
    panel(person).steps[0].run()
    [row] = person.words.memberships
    assert (row.title, row.detail) == ("Gold · 30 November 2025 to 29 November 2026", "")
    front.undoes()
    assert person.words.memberships[0].detail == "rests until 21 December"


def test_a_pause_that_cannot_be_is_refused_beside_its_field(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    panel(person).steps[0].run()
    form = panel(person)
    form.leave("paused_from", "10.12.2026")
    form.leave("paused_until", "20.12.2026")
    form.save()
    assert form.errors == {"paused_from": "It has ended by then. Renew it first."}


def test_a_mistake_in_a_membership_is_put_right(front: FrontDesk) -> None:
    plans.add(front.desk, PlanDraft("Mornings", months=6))
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    panel(person).steps[2].run()
    form = panel(person)
    assert form.typed["ends"] == "29 November"
    form.leave("plan", "Mornings")
    assert form.typed["ends"] == "29 November"
    form.leave("starts", "30.11.2026")
    form.save()
    assert form.errors == {"ends": "The last day cannot be before the first."}
    form.leave("starts", "29.11.2025")
    form.leave("ends", "28.12.2026")
    form.save()
    assert person.words.memberships[0].title == "Mornings · 29 November 2025 to 28 December 2026"
    assert front.around.undos[-1][0] == "Membership “Mornings” corrected"
    front.undoes()
    assert person.words.memberships[0].title == "Gold · 30 November 2025 to 29 November 2026"


def test_what_another_desk_corrected_meanwhile_is_not_overwritten_unseen(front: FrontDesk) -> None:
    person = front.opens(gold(front, date(2025, 11, 30), date(2026, 11, 29)))
    person.renew()
    panel(person).steps[2].run()
    form = panel(person)
    assert isinstance(form, CorrectionForm)
    memberships.change(front.desk, form.membership.id, form.version, ends=date(2027, 1, 31))
    form.leave("ends", "28.12.2026")
    form.save()
    assert "31 January 2027" in form.trouble
    assert person.words.memberships[0].title != "Gold · 30 November 2025 to 28 December 2026"


def test_news_happens_once_and_as_a_rule_today(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    person.add_occasion()
    form = panel(person)
    form.leave("label", "a baby")
    assert (form.typed["once"], form.typed["day"]) == (True, "22 November 2026")
    form.leave("day", "20 November")
    form.save()
    [one] = person.card.occasions
    assert (one.draft.label, one.draft.once, str(one.draft.day)) == ("a baby", True, "2026-11-20")
    assert [alert.text for alert in person.card.alerts] == ["A baby 2 days ago"]


def test_news_of_a_day_without_its_year_is_of_the_last_such_day(front: FrontDesk) -> None:
    today = front.desk.today()
    assert str(nearest_before(PartialDate(12, 24), today)) == "2025-12-24"
    assert str(nearest_before(PartialDate(2, 29), today)) == "2024-02-29"
    assert str(nearest_before(PartialDate(11, 22), today)) == "2026-11-22"
