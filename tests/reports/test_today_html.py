"""The list as HTML: one file that needs nothing else, and shows every text as it was written."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from frontdesk.foundation import words
from frontdesk.reports.today_html import as_html
from frontdesk.reports.today_list import today_list
from tests.support.golden import agrees
from tests.support.morning import LOCKER, RAMAN, a_call_list, a_morning, a_reminder, a_today
from tests.support.people import a_house

HOSTILE = [
    '<img src="/etc/passwd">',
    "<script>alert(1)</script>",
    "</td></tr></table><h1>Free</h1>",
    "Tom & Jerry &lt;b&gt; \"quoted\" 'single'",
    "{{ 7 * 7 }} {% raw %}",
    "%s {name} {0}",
    "<!-- --> ]]> &#0; &amp;",
]


class Reader(HTMLParser):
    """What a browser would show, and which elements it would make."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            self.shown.append(" ".join(data.split()))


@pytest.mark.parametrize("short", [False, True])
def test_it_looks_as_it_did_when_somebody_last_looked(short: bool) -> None:
    name = "today_short.html" if short else "today.html"
    agrees(name, as_html(today_list(a_morning(), short=short, to_ring=a_call_list())))


def test_every_element_is_closed() -> None:
    assert Reader(as_html(today_list(a_morning()))).open == []


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_persons_text_is_shown_and_does_nothing(text: str) -> None:
    person = RAMAN._replace(
        name=text,
        second_spelling=text,
        say_it=text,
        likes=text,
        last_note=text,
        must_know=text,
        phone=text,
    )
    asked = replace(LOCKER, draft=replace(LOCKER.draft, asked=text), owner_name=text, customer_name=text)
    whole = a_today(
        due_today=(a_reminder(person, text=text),),
        ahead=(a_reminder(person, days=3),),
        requests=(asked,),
        askers=(person,),
        house=a_house(name=text),
        staff_name=text,
    )
    plain = Reader(as_html(today_list(a_morning())))
    found = Reader(as_html(today_list(whole)))
    assert {tag for tag, _ in found.elements} == {tag for tag, _ in plain.elements}
    shown = " ".join(found.shown)
    assert shown.count(text) == 19


def test_nothing_is_fetched_from_anywhere() -> None:
    html = as_html(today_list(a_morning()))
    named = {name for _, attributes in Reader(html).elements for name in attributes}
    assert not named & {"src", "href", "data", "action", "onload", "style"}
    assert not re.search(r"url\(|@import|https?:", html)
    assert "default-src 'none'" in html


def test_language_and_direction_are_told() -> None:
    words.speak("ar")
    elements = dict(Reader(as_html(today_list(a_today()))).elements)
    assert elements["html"] == {"lang": "ar", "dir": "rtl"}


def test_a_screen_reader_hears_headings_and_no_tables() -> None:
    elements = Reader(as_html(today_list(a_morning()))).elements
    headings = [tag for tag, _ in elements if tag in {"h1", "h2"}]
    assert headings == ["h1", "h2", "h2", "h2", "h2"]
    tables = [attributes for tag, attributes in elements if tag == "table"]
    assert tables
    assert all(one["role"] == "presentation" for one in tables)
