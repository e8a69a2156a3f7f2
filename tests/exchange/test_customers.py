"""Customers from files: what becomes of each row."""

from datetime import date
from pathlib import Path

import pytest

from frontdesk.domain.customers import Channel, CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.imports import BadRow, CustomerRow
from frontdesk.exchange.customers import DATES, FIELDS, read_customers
from frontdesk.exchange.incoming import Reading
from frontdesk.foundation.errors import Refused
from tests.exchange.files import a_file, real

TODAY = date(2026, 11, 22)


def read(path: Path, *maps: str, **how: str) -> list[CustomerRow | BadRow]:
    formats = (how.pop("date_format"),) if "date_format" in how else ()
    return list(read_customers(path, TODAY, Reading(maps, formats, **how)))


def drafts(path: Path, *maps: str, **how: str) -> list[CustomerDraft]:
    return [row.draft for row in read(path, *maps, **how) if isinstance(row, CustomerRow)]


def bad(path: Path, *maps: str, **how: str) -> dict[int, str]:
    return {row.line: row.reason for row in read(path, *maps, **how) if isinstance(row, BadRow)}


def tokens(path: Path, *maps: str, **how: str) -> list[str]:
    return [row.token for row in read(path, *maps, **how) if isinstance(row, CustomerRow)]


def test_every_field_can_be_brought_in(tmp_path: Path) -> None:
    cells = {
        "name": "முருகன் செல்வம்", "title": "Dr", "given": "செல்வம்", "given2": "K", "surname": "முருகன்",
        "generation": "Jr", "credentials": "MD", "second_spelling": "Murugan Selvam", "nickname": "Selva",
        "say_it": "SEL-vum", "address_as": "Dr Selvam", "language": "ta", "birthday": "--02-29",
        "phone": "040 123;050 456", "email": "s@example.com", "channel": "message",
        "call_when": "after 16", "address": "12 Car Street", "left_alone": "yes", "memory_hook": "red cap",
        "likes": "tea", "must_know": "nuts", "card": "00042", "tags": "sauna;yoga",
        "first_seen": "2020-05-01", "deceased": "no", "archived": "yes",
    }  # fmt: skip
    assert set(cells) == set(FIELDS.headings)
    file = a_file(tmp_path, "\t".join(cells) + "\n" + "\t".join(cells.values()), "all.tsv")
    assert drafts(file) == [
        CustomerDraft(
            name="முருகன் செல்வம்", title="Dr", given="செல்வம்", given2="K", surname="முருகன்", generation="Jr",
            credentials="MD", second_spelling="Murugan Selvam", nickname="Selva", say_it="SEL-vum",
            address_as="Dr Selvam", language="ta", birthday=PartialDate(2, 29), phones=("040 123", "050 456"),
            emails=("s@example.com",), channel=Channel.MESSAGE,
            call_when="after 16", address="12 Car Street", left_alone=True, memory_hook="red cap",
            likes="tea", must_know="nuts", card="00042", tags=("sauna", "yoga"), first_seen=date(2020, 5, 1),
            archived=True,
        )
    ]  # fmt: skip


def test_a_name_is_made_of_its_parts_where_only_these_are_given(tmp_path: Path) -> None:
    file = a_file(tmp_path, "First name,Middle name,Last name\nAnna,Maria,Oja\n,,Oja\nAnna,,\n,Maria,\n")
    assert [draft.name for draft in drafts(file)] == ["Anna Maria Oja", "Oja", "Anna", "Maria"]


def test_phones_of_several_columns_keep_their_order_and_come_once(tmp_path: Path) -> None:
    file = a_file(
        tmp_path, "name,mobile,home\nAnna,040 1;050 2,09 3\nPekka,,040 1234\nLiisa,0401;0402,0401\n"
    )
    found = drafts(file, "mobile=phone", "home=phone")
    assert [draft.phones for draft in found] == [("040 1", "050 2", "09 3"), ("040 1234",), ("0401", "0402")]


def test_a_row_that_cannot_be_brought_in_says_why(tmp_path: Path) -> None:
    file = a_file(
        tmp_path,
        "name,birthday,phone,email,since\n"
        ",1990-01-01,,,\n"
        "Anna,1990-02-30,,,\n"
        "Pekka,2030-01-01,,,\n"
        "Liisa,,none,,\n"
        "Matti,,,matti,\n"
        "Kaisa,,,,2027-01-01\n"
        f"{'x' * 501},,,,\n"
        "Good,,,,2020-01-01\n"
        "\u200d\u200c,,,,\n",
    )
    assert bad(file, "since=first_seen") == {
        2: "there is no name",
        3: "birthday: “1990-02-30”: there is no such day",
        4: "birthday: “2030-01-01” is still to come",
        5: "phone: “none” is no phone number",
        6: "email: “matti” is no e-mail address",
        7: "first_seen: “2027-01-01” is still to come",
        8: "name: This has 501 characters; 500 is the most that is kept. Shorten it.",
        10: "there is no name",
    }
    assert [draft.name for draft in drafts(file, "since=first_seen")] == ["Good"]


def test_a_name_of_ten_thousand_letters_is_told_and_not_cut(tmp_path: Path) -> None:
    file = a_file(tmp_path, f"name\n{'அ' * 10_000}\n{'அ' * 500}\n")
    assert "10000 characters" in bad(file)[2]
    assert [len(draft.name) for draft in drafts(file)] == [500]


def test_names_lose_what_cannot_be_seen_and_nothing_else(tmp_path: Path) -> None:
    file = a_file(tmp_path, 'name\n"An\x07na\n\x1b\u202eOja"\n\u0915\u094d\u200d\u0937\n<b>Bobby</b>\n')
    assert [draft.name for draft in drafts(file)] == ["Anna Oja", "\u0915\u094d\u200d\u0937", "<b>Bobby</b>"]


def test_long_texts_keep_their_lines(tmp_path: Path) -> None:
    assert drafts(a_file(tmp_path, 'name,likes\nAnna,"tea\nno sugar"\n'))[0].likes == "tea\nno sugar"


def test_the_same_file_gives_the_same_tokens_whatever_its_name(tmp_path: Path) -> None:
    text = "name,phone\nAnna,040 1\nPekka,\n"
    assert tokens(a_file(tmp_path, text, "a.csv")) == tokens(a_file(tmp_path, text, "b.csv"))


def test_two_rows_alike_are_two_people_each_time(tmp_path: Path) -> None:
    thrice = tokens(a_file(tmp_path, "name\nSuman\nSuman\nRaj\nSuman\n"))
    assert len(set(thrice)) == 4
    assert tokens(a_file(tmp_path, "name\nSuman\nSuman\n"))[:2] == thrice[:2]


def test_a_token_hangs_on_what_is_written_not_on_how(tmp_path: Path) -> None:
    one = tokens(a_file(tmp_path, "name,birthday,likes\nAnna,1990-02-01,tea\n"))
    other = tokens(a_file(tmp_path, "likes;x;born;name\ntea;?; 1.2.1990;Anna \n"), date_format="%d.%m.%Y")
    assert one == other
    assert one != tokens(a_file(tmp_path, "name,birthday,likes\nAnna,1990-02-01,coffee\n"))


def test_a_token_stays_the_same_for_ever(tmp_path: Path) -> None:
    """Whoever changes how tokens are made doubles everybody who is brought in again."""
    assert tokens(a_file(tmp_path, "name,phone\nAnna,040 123\nAnna,040 123\n")) == [
        "1f264268-fe04-54a7-8204-eeeb4b17de4a",
        "fdc65f26-574e-58fb-b565-16f71e77882b",
    ]


def test_each_reading_begins_anew(tmp_path: Path) -> None:
    incoming = read_customers(a_file(tmp_path, "name\nSuman\nSuman\n"), TODAY)
    assert list(incoming) == list(incoming)


def test_a_format_without_a_year_is_for_birthdays_only(tmp_path: Path) -> None:
    file = a_file(tmp_path, "name,birthday,first_seen\nAnna,1.2.,2020-01-01\n")
    with pytest.raises(Refused, match="“first_seen” needs a year"):
        read_customers(file, TODAY, Reading(date_formats=("%d.%m.",)))
    ours = Reading(date_formats=("birthday=%d.%m.",))
    (row,) = read_customers(file, TODAY, ours)
    assert isinstance(row, CustomerRow)
    assert row.draft.birthday == PartialDate(2, 1)


def test_the_fields_that_hold_days_are_fields() -> None:
    assert set(DATES) <= set(FIELDS.headings)


def test_two_thousand_people_come_in_by_their_hindi_names_and_latin_spellings() -> None:
    found = drafts(real("names_hindi_latin.tsv"), "1=name", "2=second_spelling")
    assert len(found) == 2000
    assert (found[0].name, found[0].second_spelling) == ("पद्मप्रिया", "Padmapriya")
    assert all(draft.name and draft.second_spelling for draft in found)
    assert len(set(tokens(real("names_hindi_latin.tsv"), "1=name", "2=second_spelling"))) == 2000
