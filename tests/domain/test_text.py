"""What is kept of a text that somebody pastes, and how much of it."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.customers import DRAFT_FIELDS, CustomerDraft, check_draft, cleaned
from frontdesk.domain.text import LINE, LONG, clean, fold, has_letters, same_text
from frontdesk.foundation.errors import Refused

ANNA = CustomerDraft(name="Anna Oja")


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("  Anna Oja ", "Anna Oja"),
        ("Anna\tOja\r\n", "Anna Oja"),
        ("Anna\nMaria\u2028Oja", "Anna Maria Oja"),
        ("Anna   Oja", "Anna Oja"),
        ("An\x00na\x07 O\x7fja\x9b", "Anna Oja"),
        ("\ufeffAnna\u200b Oja\u00ad", "Anna Oja"),
        ("\u202eAnna\u202c \u2066Oja\u2069", "Anna Oja"),
        ("Anna \ud83dOja", "Anna Oja"),
        ("A\u0308iti", "A\u0308iti"),
        ("अ\u095b", "अ\u095b"),
        ("क्\u200dष", "क्\u200dष"),
        ("র\u200c্য", "র\u200c্য"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("<b>O'Neil</b> & “Co”", "<b>O'Neil</b> & “Co”"),
        ("", ""),
    ],
)
def test_one_line_of_text(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept


def test_a_long_text_keeps_its_lines() -> None:
    assert clean(" tea\r\nno  sugar\rhot\t!\n", lines=True) == "tea\nno  sugar\nhot !"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for lines in (False, True):
        once = clean(text, lines=lines)
        assert clean(once, lines=lines) == once
        assert all(unicodedata.category(c) not in {"Cc", "Cs"} or (lines and c == "\n") for c in once)
        once.encode()


@pytest.mark.parametrize(
    ("text", "seen"), [("", False), (" \u200d", False), ("\u0301", True), ("?", True), ("வ", True)]
)
def test_whether_there_is_anything_to_see(text: str, seen: bool) -> None:
    assert has_letters(text) is seen


def test_names_written_alike() -> None:
    assert same_text("ÄITI  Oja", "A\u0308iti oja ")
    assert not same_text("Aiti Oja", "Äiti Oja")
    assert fold("STRASSE") == fold("straße")
    assert same_text("\u0399\u0308\u0301", "\u0390")


def test_a_card_is_cleaned_field_by_field() -> None:
    card = CustomerDraft(
        name=" Anna\n", likes="tea\nhot ", phones=(" 040 1", "\t"), tags=("a ", ""), birthday=None
    )
    assert cleaned(card) == CustomerDraft(name="Anna", likes="tea\nhot", phones=("040 1",), tags=("a",))


@pytest.mark.parametrize("name", ["", " ", "\u200d", "\n"])
def test_a_card_needs_a_name(name: str) -> None:
    with pytest.raises(Refused, match="Write a name") as refusal:
        check_draft(CustomerDraft(name=name))
    assert refusal.value.field == "name"


@pytest.mark.parametrize(
    ("field", "longest"),
    [("name", 500), ("surname", LINE), ("card", LINE), ("likes", LONG), ("must_know", LONG)],
)
def test_too_long_a_text_is_refused_beside_its_field(field: str, longest: int) -> None:
    check_draft(replace(ANNA, **{field: "x" * longest}))  # type: ignore[arg-type]  # fields of text
    with pytest.raises(Refused, match=f"{longest + 1} characters; {longest} is the most") as refusal:
        check_draft(replace(ANNA, **{field: "x" * (longest + 1)}))  # type: ignore[arg-type]  # fields of text
    assert refusal.value.field == field


@pytest.mark.parametrize("field", ["phones", "emails", "tags"])
def test_too_long_a_text_in_a_list_is_refused(field: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_draft(replace(ANNA, **{field: ("1", "x" * (LINE + 1))}))  # type: ignore[arg-type]  # fields of texts
    assert refusal.value.field == field


def test_every_text_on_the_card_has_its_limit() -> None:
    for field in DRAFT_FIELDS:
        if isinstance(getattr(ANNA, field), str):
            with pytest.raises(Refused):
                check_draft(replace(ANNA, **{field: "x" * (LONG + 1)}))  # type: ignore[arg-type]  # fields of text
