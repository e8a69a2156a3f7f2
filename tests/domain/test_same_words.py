"""Whether two notes say the same: what is told alike, and what every note has."""

from datetime import date

import pytest

from frontdesk.domain.notes import NoteKind
from frontdesk.domain.same_words import Alike, Before, alike, plain

CARD = "Dear Aino,\nthank you for the cake. We ate it all before the evening class. See you soon!"
MONTH_BEGAN = date(2026, 11, 1)


def before(customer: int, words: str, *names: str, day: date = date(2026, 11, 20)) -> Before:
    return Before(customer, NoteKind.THANK_YOU, day, plain(words, names))


SAME = "thank you for the cake! We ate it all before the evening class.\nSee  you soon"


@pytest.mark.parametrize(
    ("words", "names"),
    [(f"dear eino – {SAME}.", ["Eino"]), (f"Dear Mr Krishnan,\n\n{SAME}", ["Mr Krishnan"])],
)
def test_capitals_signs_and_the_name_make_no_difference(words: str, names: list[str]) -> None:
    assert plain(words, names).whole == plain(CARD, ["Aino Virtanen"]).whole


def test_a_name_further_down_does() -> None:
    one = plain("Dear friend,\nAino was here", ["Aino"])
    assert one.whole != plain("Dear friend,\nEino was here", ["Eino"]).whole


def test_an_initial_is_no_reason_to_leave_a_word_out() -> None:
    assert plain("A merry winter", ["A Virtanen"]).whole == "a merry winter"


def test_words_of_indic_scripts_are_words() -> None:
    one = plain("அன்புள்ள முருகன், உங்களுக்கு எங்கள் இனிய பிறந்தநாள் வாழ்த்துகள்!", ["முருகன்"])
    other = plain("அன்புள்ள கமலா, உங்களுக்கு எங்கள் இனிய பிறந்தநாள் வாழ்த்துகள்", ["கமலா"])
    assert one.whole == other.whole == "அன்புள்ள உங்களுக்கு எங்கள் இனிய பிறந்தநாள் வாழ்த்துகள்"


def test_the_same_to_this_person_ever_is_told_with_its_day() -> None:
    long_ago, later = date(2019, 3, 1), date(2020, 3, 1)
    own = plain(CARD, ["Aino"])
    found = alike(own, 1, [before(1, CARD, "Aino", day=day) for day in (later, long_ago)], MONTH_BEGAN)
    assert found == (Alike(NoteKind.THANK_YOU, later),)


def test_two_long_sentences_are_enough_and_one_is_not() -> None:
    own = plain("Dear Aino. It was so good to see you. The lake is warm at last this week. Anna", ["Aino"])
    both = "Hello! The lake is warm at last this week. And it was so good to see you."
    once = "Hello! The lake is warm at last this week. Come soon. Anna"
    short = "Dear Aino. The lake is warm. So good. Anna"
    assert alike(own, 1, [before(1, once)], MONTH_BEGAN) == ()
    assert alike(own, 1, [before(1, short)], MONTH_BEGAN) == ()
    assert alike(own, 1, [before(1, both)], MONTH_BEGAN) == ()  # “And it was …” is another sentence
    twice = both.replace("And it", "It")
    assert [one.sentences for one in alike(own, 1, [before(1, twice)], MONTH_BEGAN)] == [2]


def test_the_same_to_two_others_is_well_and_to_three_within_the_month_is_not() -> None:
    own = plain(CARD, ["Aino"])
    two = [before(whom, CARD, "Aino") for whom in (2, 3, 3)]
    assert alike(own, 1, two, MONTH_BEGAN) == ()
    assert alike(own, 1, [*two, before(4, CARD, "Aino", day=date(2026, 10, 31))], MONTH_BEGAN) == ()
    assert alike(own, 1, [*two, before(4, CARD, "Aino")], MONTH_BEGAN) == (Alike(others=3),)


def test_nothing_is_like_nothing() -> None:
    assert alike(plain("…", []), 1, [before(1, "!")], MONTH_BEGAN) == ()


def test_a_few_words_more_do_not_make_another_note() -> None:
    own = plain(f"{CARD} Your Anna", ["Aino"])
    assert alike(own, 1, [before(1, CARD, "Aino")], MONTH_BEGAN) == (
        Alike(NoteKind.THANK_YOU, date(2026, 11, 20)),
    )
    short = plain("Dear Aino, thank you. See you on Monday", ["Aino"])
    assert alike(short, 1, [before(1, "Dear Aino, thank you", "Aino")], MONTH_BEGAN) == ()
