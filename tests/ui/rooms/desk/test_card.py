"""What the card says in the three seconds there are."""

from datetime import UTC, date, datetime, timedelta

from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import MembershipId, NoteId, RequestId, StaffId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.notes import NoteDraft, NoteKind
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.services import memberships, notes, occasions, requests, staff, visits
from frontdesk.ui.kit.colours import Level
from tests.ui.rooms.desk.conftest import FrontDesk


def test_the_name_stands_in_its_own_script_with_the_rest_under_it(front: FrontDesk) -> None:
    raman = front.knows(
        "ராமன் கிருஷ்ணமூர்த்தி",
        second_spelling="Raman Krishnamurthy",
        say_it="RAA-mun",
        language="Tamil, English",
        memory_hook="Tall, always a blue cycling helmet.",
    )
    face = front.opens(raman).words.face
    assert face.name == "ராமன் கிருஷ்ணமூர்த்தி"
    assert face.second == "Raman Krishnamurthy · say RAA-mun · speaks Tamil, English"
    assert [face.second[span.start : span.end] for span in face.second_spans] == ["RAA-mun"]
    assert face.hook == "Tall, always a blue cycling helmet."
    assert face.monogram == "ரா"


def test_languages_brought_in_as_codes_are_said_by_name(front: FrontDesk) -> None:
    face = front.opens(front.knows("Raman", language="ta, en-GB, Klingon, zz")).words.face
    assert face.second == "speaks Tamil, English (United Kingdom), Klingon, zz"


def test_what_must_be_known_comes_first_and_in_words(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen", must_know="allergic to nuts", birthday=PartialDate(11, 22, 1986))
    badges = front.opens(aino).words.face.badges
    assert badges[0] == ("Must know: allergic to nuts", Level.RED)
    assert ("Turns 40 today", Level.AMBER) in badges


def test_a_long_must_know_is_never_cut(front: FrontDesk) -> None:
    text = "Severe latex allergy; carries an EpiPen in the left pocket of her blue gym bag, call 112 first"
    face = front.opens(front.knows("Aino Virtanen", must_know=text)).words.face
    assert face.must_know == f"Must know: {text}"
    assert not [words for words, _ in face.badges if "latex" in words]


def test_the_next_visit_that_makes_a_round_number_is_announced(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.came(aino, *(f"2026-11-0{n}" for n in range(1, 10)))
    assert ("Next visit is the 10th", Level.BRAND) in front.opens(aino).words.face.badges


def test_an_open_promise_says_by_when_and_whose_it_is(front: FrontDesk) -> None:
    anna = front.works_here("Anna")
    aino = front.knows("Aino Virtanen")
    tonight = datetime(2026, 11, 22, 16, tzinfo=UTC)
    requests.add(front.desk, RequestDraft(aino, "Locker 12", owner=anna, promised=tonight, answer=Answer.YES))
    [row] = front.opens(aino).words.asked
    assert (row.title, row.badge, row.level) == ("Locker 12", "we said by today 18.00", Level.AMBER)
    assert row.detail == "Anna · yes, today"


def test_a_broken_promise_is_late_in_red_and_in_words(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    gone = datetime(2026, 11, 21, 16, tzinfo=UTC)
    requests.add(front.desk, RequestDraft(aino, "Locker 12", promised=gone))
    [row] = front.opens(aino).words.asked
    assert (row.badge, row.level) == ("late: we said yesterday 18.00", Level.RED)


def test_our_own_time_that_has_passed_is_late_while_the_promise_still_stands(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    due, promised = datetime(2026, 11, 21, 16, tzinfo=UTC), datetime(2026, 11, 23, 16, tzinfo=UTC)
    requests.add(front.desk, RequestDraft(aino, "Towel", due=due, promised=promised))
    [row] = front.opens(aino).words.asked
    assert (row.badge, row.level) == ("late: ours was yesterday 18.00", Level.RED)
    assert row.detail == "we said by tomorrow 18.00"


def test_the_card_remembers_the_last_yes_and_that_it_made_no_rule(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    asked = requests.add(front.desk, RequestDraft(aino, "Late check-out", answer=Answer.YES, exception=True))
    requests.close(front.desk, RequestId(asked.row), 1, "done")
    words = front.opens(aino).words
    assert words.last_yes == ("Last time we said yes: today, Late check-out · an exception, not a new rule")
    assert (words.asked[0].badge, words.asked[0].level) == ("yes, today", Level.GREEN)


def test_a_membership_says_until_when_and_how_soon_it_ends(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    memberships.add(front.desk, MembershipDraft(aino, "Gold", date(2025, 11, 30), date(2026, 11, 29)))
    words = front.opens(aino).words
    [row] = words.memberships
    assert (row.title, row.badge) == ("Gold · 30 November 2025 to 29 November 2026", "7 days")
    assert words.can_renew


def test_a_membership_that_renews_itself_counts_to_the_end_of_its_running_term(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    draft = MembershipDraft(aino, "Gold", date(2024, 11, 26), date(2025, 11, 25), renews_itself=True)
    memberships.add(front.desk, draft)
    [row] = front.opens(aino).words.memberships
    assert (row.detail, row.badge) == ("renews itself", "3 days")


def test_a_membership_that_has_ended_says_so_in_red(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    memberships.add(front.desk, MembershipDraft(aino, "Gold", date(2025, 11, 20), date(2026, 11, 19)))
    [row] = front.opens(aino).words.memberships
    assert (row.badge, row.level) == ("ended 3 days ago", Level.RED)


def test_yearly_days_and_ways_to_reach_somebody_are_on_the_card(front: FrontDesk) -> None:
    aino = front.knows(
        "Aino Virtanen",
        phones=("040 123",),
        emails=("aino@example.org",),
        channel=Channel.MESSAGE,
        likes="Green tea",
        card="10023",
        first_seen=date(2016, 3, 12),
        tags=("swims",),
    )
    occasions.add(front.desk, OccasionDraft(aino, "wedding day", PartialDate(6, 11, 2012)))
    words = front.opens(aino).words
    assert [row.title for row in words.occasions] == ["wedding day · 11 June 2012"]
    facts = {one.heading: one.lines for one in words.facts}
    assert facts == {
        "Likes": ("Green tea",),
        "To reach them": ("Rather by message · 040 123 · aino@example.org",),
        "With us": ("since 12 March 2016 · card 10023 · swims",),
    }


def test_visits_say_when_what_how_much_and_who(front: FrontDesk) -> None:
    anna = front.works_here("Anna")
    aino = front.knows("Aino Virtanen")
    arrived = datetime(2026, 11, 18, 16, 1, tzinfo=UTC)
    draft = VisitDraft(aino, date(2026, 11, 18), arrived, "Swim", "Asked about lockers.", 1250, anna)
    visits.log(front.desk, draft)
    front.came(aino, "1998-01-03")
    shown = front.opens(aino).visits
    assert (shown[0].when, shown[0].what) == ("Wed 18 Nov 18.01", "Swim · Asked about lockers.")
    assert (shown[0].amount, shown[0].staff) == ("12,50\N{NO-BREAK SPACE}€", "Anna")
    assert shown[1].when == "3 January 1998"


def test_the_heading_of_the_visits_tells_the_rhythm(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.came(aino, "2026-11-10", "2026-11-13", "2026-11-16", "2026-11-19")
    assert front.opens(aino).words.visits_heading == "Visits · 4 · usually every 3 days"


def test_a_stranger_has_a_quiet_card(front: FrontDesk) -> None:
    words = front.opens(front.knows("Aino")).words
    assert (words.asked, words.memberships, words.occasions) == ((), (), ())
    assert words.visits_heading == "Visits"
    assert not words.can_renew


def test_a_renewed_membership_gives_way_to_its_successor_when_its_last_day_is_over(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    added = memberships.add(front.desk, MembershipDraft(aino, "Gold", date(2025, 11, 30), date(2026, 11, 29)))
    memberships.renew(front.desk, MembershipId(added.row), 1, date(2027, 11, 29))
    rows = [(row.title, row.badge) for row in front.opens(aino).words.memberships]
    following = ("Gold · 30 November 2026 to 29 November 2027", "")
    assert rows == [("Gold · 30 November 2025 to 29 November 2026", "renewed"), following]
    front.clock.instant += timedelta(days=8)
    assert [(row.title, row.badge) for row in front.opens(aino).words.memberships] == [following]


def test_what_we_wrote_last_stands_in_one_quiet_line(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    assert "We wrote" not in [one.heading for one in front.opens(aino).words.facts]
    for kind in (NoteKind.WELCOME, NoteKind.APOLOGY, NoteKind.BIRTHDAY):
        note = notes.begin(front.desk, NoteDraft(aino, kind))
        notes.send(front.desk, NoteId(note.row), 1)
    notes.begin(front.desk, NoteDraft(aino, NoteKind.SYMPATHY))
    [lines] = [one.lines for one in front.opens(aino).words.facts if one.heading == "We wrote"]
    assert lines == ("birthday card, 22 November · apology, 22 November",)


def test_who_looks_after_somebody_is_chosen_and_stands_on_the_card(front: FrontDesk) -> None:
    whom = front.knows("Aino")
    anna = StaffId(staff.add(front.desk, "Anna").row)
    person = front.opens(whom)
    person.edit()
    assert person.editing is not None
    choices = person.editing.specs["owner"].choices
    assert [words for _, words in choices] == ["nobody in particular", "Anna"]
    person.editing.leave("owner", anna)
    person.stop_editing()
    facts = {fact.heading: fact.lines for fact in person.words.facts}
    assert "looked after by Anna" in facts["With us"][0]
