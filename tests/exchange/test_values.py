"""Single cells: amounts, phones, e-mails, yes and no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.customers import Channel
from frontdesk.exchange import values
from frontdesk.foundation.errors import Refused


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("29.33", 2933),
        ("29,33", 2933),
        ("1234,50", 123450),
        ("7", 700),
        ("7.5", 750),
        ("0.00", 0),
        ("-5.00", -500),
        ("\u22125", -500),
        ("+5", 500),
        ("€ 12", 1200),
        ("12,50 €", 1250),
        ("₹1,23,456.00", 12345600),
        ("1 234,50", 123450),
        ("1\u202f234\u202f567", 123456700),
        ("1,234.50", 123450),
        ("1.234,5", 123450),
        ("1.234.567", 123456700),
        ("1'234.50", 123450),
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str, hundredths: int) -> None:
    assert values.amount(text) == hundredths


@pytest.mark.parametrize("text", ["", "  ", "€"])
def test_no_amount_is_none(text: str) -> None:
    assert values.amount(text) is None


@pytest.mark.parametrize("text", ["1,234", "1.234", "12.345", "-1,234"])
def test_an_amount_that_may_be_two_is_not_guessed(text: str) -> None:
    with pytest.raises(Refused, match=r"two different amounts; write it like 1234\.00"):
        values.amount(text)


@pytest.mark.parametrize(
    "text", ["free", "1e5", "5.", "--5", "1.234.5", "1,234,50", "12,34.5", "1.2345", "EUR", "-", "5-", "१२"]
)
def test_what_is_no_amount_is_told(text: str) -> None:
    with pytest.raises(Refused, match="is no amount"):
        values.amount(text)


def test_more_than_any_desk_takes_is_a_slip() -> None:
    with pytest.raises(Refused, match="more than can be meant"):
        values.amount("10000000001")


@given(hundredths=st.integers(-(10**12), 10**12), mark=st.sampled_from(".,"))
def test_every_amount_that_is_written_is_read_again(hundredths: int, mark: str) -> None:
    whole, cents = divmod(abs(hundredths), 100)
    assert values.amount(f"{'-' if hundredths < 0 else ''}{whole}{mark}{cents:02d}") == hundredths


@given(text=st.text(st.sampled_from("0123456789.,'- €")))
def test_whatever_is_in_the_cell_it_is_an_amount_or_refused(text: str) -> None:
    try:
        found = values.amount(text)
    except Refused:
        return
    digits = "".join(c for c in text if c.isdigit())
    assert found is None or str(abs(found)).rstrip("0") == digits.lstrip("0").rstrip("0")


def test_several_phones_may_stand_in_a_cell() -> None:
    assert values.phones("040 123 4567; +358 50 765 4321;\n09-1234") == (
        "040 123 4567",
        "+358 50 765 4321",
        "09-1234",
    )


@pytest.mark.parametrize(
    ("text", "why"), [("none", "no phone number"), ("4.01E+08", "shortened"), ("0401234567;x", "“x”")]
)
def test_what_is_no_phone_number_is_told(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        values.phones(text)


def test_e_mails_are_told_from_other_things() -> None:
    assert values.emails("anna@example.com;Öhman@exämple.fi") == ("anna@example.com", "Öhman@exämple.fi")
    for text in ("anna", "@example.com", "anna@", "anna oja@example.com", "a@b@c"):
        with pytest.raises(Refused, match="no e-mail address"):
            values.emails(text)


def test_tags_are_parted_and_each_is_kept_once() -> None:
    assert values.tags("early bird, sauna; early bird ,") == ("early bird", "sauna")


def test_yes_and_no() -> None:
    assert [values.flag(text) for text in ("Yes", "x", "TRUE", "1", "no", "0", "", "False")] == [True] * 4 + [
        False
    ] * 4
    with pytest.raises(Refused, match="neither yes nor no"):
        values.flag("maybe")


def test_how_somebody_likes_to_be_reached() -> None:
    assert [values.channel(text) for text in ("Phone", "SMS", "e-mail", "in_person", "")] == [
        Channel.PHONE, Channel.MESSAGE, Channel.EMAIL, Channel.IN_PERSON, None,
    ]  # fmt: skip
    with pytest.raises(Refused, match="none of: phone, message, email, letter, in person"):
        values.channel("pigeon")


def test_a_refusal_shows_enough_of_a_long_cell_and_no_more() -> None:
    with pytest.raises(Refused) as refusal:
        values.emails("x" * 5000)
    assert len(str(refusal.value)) < 100
