"""Links that open a mail program: any script, any sign, line breaks as mail has them."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from frontdesk.domain.mailto import mailto, without_text


@pytest.mark.parametrize(
    "text",
    [
        "Dear Aino",
        "50 % & more? #1 + 2 = 3",
        "அன்புள்ள முருகன்,\nநன்றி",
        "a\r\nb\rc\n\nd",
        "“quoted” <b>&amp;</b>",
    ],
)
def test_the_words_come_through_as_they_were_written(text: str) -> None:
    link = mailto("aino@example.fi", "Riverside & Gym", text)
    assert link.isascii()
    assert " " not in link
    parts = urlsplit(link)
    asked = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert (parts.scheme, parts.path) == ("mailto", "aino@example.fi")
    assert asked == {"subject": ["Riverside & Gym"], "body": ["\r\n".join(text.splitlines())]}


@pytest.mark.parametrize(
    "address", ["a+b@example.fi", "a?cc=x@example.fi", "a&b%c@example.fi", "äiti@example.fi"]
)
def test_nothing_in_an_address_becomes_another_field(address: str) -> None:
    link = without_text(address, "Hello")
    assert link.count("?") == 1
    assert unquote(urlsplit(link).path) == address
    assert urlsplit(link).query == "subject=Hello"
