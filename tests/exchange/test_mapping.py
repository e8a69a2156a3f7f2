"""Which column is which: by heading, by number, by itself."""

import pytest

from frontdesk.exchange.customers import FIELDS
from frontdesk.exchange.mapping import choose
from frontdesk.exchange.visits import FIELDS as VISIT_FIELDS
from frontdesk.foundation.errors import Refused


def taken(maps: list[str], first: list[str]) -> dict[int, str]:
    return dict(choose(FIELDS, maps, first).taken)


def refusal(maps: list[str], first: list[str]) -> str:
    with pytest.raises(Refused) as refused:
        choose(FIELDS, maps, first)
    assert refused.value.field == "map"
    return str(refused.value)


def test_headings_are_recognised_by_the_fields_names_and_by_what_people_call_them() -> None:
    first = [
        "First name",
        "LAST NAME",
        "Tel.",
        "E-mail",
        "Date of Birth",
        "Card no",
        "Shoe size",
        "second_spelling",
    ]
    columns = choose(FIELDS, [], first)
    assert dict(columns.taken) == {
        0: "given", 1: "surname", 2: "phone", 3: "email", 4: "birthday", 5: "card", 7: "second_spelling",
    }  # fmt: skip
    assert columns.header
    assert columns.left_out == ("Shoe size",)


def test_every_field_is_known_by_its_own_name() -> None:
    for fields in (FIELDS, VISIT_FIELDS):
        assert all(fields.by_heading(field.upper()) == field for field in fields.headings)


def test_no_heading_means_two_fields() -> None:
    for fields in (FIELDS, VISIT_FIELDS):
        known = [heading for field, more in fields.headings.items() for heading in (field, *more)]
        assert len({"".join(filter(str.isalnum, k)) for k in known}) == len(known)


def test_a_column_is_named_by_its_heading_whatever_its_capitals() -> None:
    assert taken(["asiakas = name", "PUHELIN NRO=phone"], [" Asiakas ", "Puhelin-nro", "x"]) == {
        0: "name",
        1: "phone",
    }


def test_a_heading_may_hold_an_equals_sign() -> None:
    assert taken(["a=b=name"], ["a=b", "c"]) == {0: "name"}


def test_a_heading_in_any_script_is_told_from_another() -> None:
    assert taken(["नाम=name"], ["नम", "नाम"]) == {1: "name"}


def test_a_heading_may_be_a_mere_sign() -> None:
    assert taken(["#=card", "%=likes"], ["", "#", "%", "name"]) == {1: "card", 2: "likes", 3: "name"}


def test_what_is_not_mentioned_is_recognised_all_the_same() -> None:
    assert taken(["Who=name"], ["Who", "Phone", "Card"]) == {0: "name", 1: "phone", 2: "card"}


def test_a_column_given_for_a_field_puts_the_recognised_one_aside() -> None:
    assert taken(["Stage name=name"], ["Name", "Stage name"]) == {1: "name"}


def test_a_column_can_be_left_out() -> None:
    assert taken(["Allergy="], ["Name", "Allergy"]) == {0: "name"}


def test_columns_by_number_mean_a_file_without_headings() -> None:
    columns = choose(FIELDS, ["1=name", "2=second_spelling"], ["पद्मप्रिया", "Padmapriya"])
    assert dict(columns.taken) == {0: "name", 1: "second_spelling"}
    assert not columns.header


def test_columns_by_number_under_known_headings_leave_the_headings_out() -> None:
    columns = choose(FIELDS, ["2=name", "1=card"], ["Card number", "Full name", "Phone"])
    assert dict(columns.taken) == {0: "card", 1: "name"}
    assert columns.header


def test_a_number_may_stand_beside_a_heading() -> None:
    assert taken(["Who=name", "2=phone"], ["Who", "", "x"]) == {0: "name", 1: "phone"}


def test_several_columns_may_hold_phones_but_only_one_the_name() -> None:
    assert taken(["1=name", "2=phone", "3=phone"], ["Anna", "040", "050"]) == {
        0: "name",
        1: "phone",
        2: "phone",
    }
    assert refusal(["1=name", "2=name"], ["Anna", "Oja"]) == "Two columns are given for “name”."


@pytest.mark.parametrize(
    ("maps", "sentence"),
    [
        (["name"], "“name” should be COLUMN=FIELD, for example 1=name."),
        (["=name"], "“=name” should be COLUMN=FIELD"),
        (["Who=nmae"], "There is no field “nmae”. There are: name, title, given,"),
        (["Wo=name"], "There is no column “Wo”. The first line has: 1 “Who”, 2 “Tel”, 3 “Tel”."),
        (["4=name"], "There is no column 4: the file has 3."),
        (["0=name"], "There is no column 0: the file has 3."),
        (["Who=name", "Tel=phone"], "2 columns are called “Tel”. Give the number"),
        (["Who=name", "1=card"], "Column “1” is given twice."),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused_with_what_there_is(maps: list[str], sentence: str) -> None:
    assert refusal(maps, ["Who", "Tel", "Tel"]).startswith(sentence)


def test_without_a_name_the_first_line_is_shown() -> None:
    sentence = refusal([], ["00004", "x" * 50])
    assert sentence.startswith(
        "Which column is the name? Say it like 1=name. The first line reads: 1 “00004”, 2 “xxx"
    )
    assert "x" * 41 not in sentence


def test_a_visit_needs_somebody_and_a_day() -> None:
    with pytest.raises(Refused, match="Which column is the date"):
        choose(VISIT_FIELDS, ["1=card"], ["4", "19970101"])
    with pytest.raises(Refused, match="Which column is the card"):
        choose(VISIT_FIELDS, ["2=date"], ["4", "19970101"])
