"""Two hundred and forty invented people for the demo, in six languages and their own scripts.

The same people every day; only their birthdays and the day they joined follow the calendar, so that
there is always somebody to congratulate.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from frontdesk.domain.customers import Channel, CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.foundation.paths import resources

PEOPLE = 240
NAMESAKES = ("en", "fi", "hi", "ta")
"""Languages in which two people have one and the same name."""

_SEED = 240
_YEARS_HERE = 12
_HOME_NUMBERS = {
    "en": ("+44 7700 900{:03}", 1_000),  # the range that Ofcom keeps free for drama
    "hi": ("+91 98{:03} {:05}", 100_000),
    "ta": ("+91 94{:03} {:05}", 100_000),
    "te": ("+91 90{:03} {:05}", 100_000),
    "mn": ("+976 99{:02} {:04}", 10_000),
}


@dataclass(frozen=True, slots=True)
class _Named:
    """A name and all that goes with it."""

    language: str
    name: str
    latin: str
    given: str
    surname: str
    say_it: str
    nickname: str
    called: str


@cache
def texts(name: str) -> dict[str, Any]:
    """One of the demo's own texts: ``names`` or ``life``."""
    found: dict[str, Any] = json.loads(resources("demo", f"{name}.json").read_text(encoding="utf-8"))
    return found


def people(today: date) -> list[CustomerDraft]:
    """Everybody in the demo as they are on ``today``, in the order they joined the list."""
    rng = Random(_SEED)  # noqa: S311  # invented people are no secret
    named = [one for language, names in texts("names").items() for one in _named(rng, language, names)]
    rng.shuffle(named)
    cards = rng.sample(range(10_000, 100_000), len(named))
    drafts = [
        _draft(rng, one, f"{card}", number, today)
        for number, (one, card) in enumerate(zip(named, cards, strict=True))
    ]
    return _special(drafts, today)


def _named(rng: Random, language: str, names: dict[str, Any]) -> Iterator[_Named]:
    """As many people as the language has: every given name comes, the family names in changing order."""
    family = rng.sample(names["family"], len(names["family"]))
    last = names["people"] - 1
    for number in range(names["people"]):
        alike = 0 if language in NAMESAKES and number == last else number
        turn = alike // len(names["given"])
        given = names["given"][alike % len(names["given"])]
        yield _joined(language, names["order"], given, family[(alike + turn * 7) % len(family)], alike)


def _joined(language: str, order: str, given: dict[str, str], family: dict[str, str], number: int) -> _Named:
    """The whole name in the order of its language."""
    first, last = given["name"], family["name"]
    latin_first, latin_last = given.get("latin", first), family.get("latin", last)
    spoken = [given.get("say", ""), family.get("say", "")]
    parts = (first, last), (latin_first, latin_last)
    if order == "surname given":
        parts = (last, first), (latin_last, latin_first)
    elif order == "initial given" and number % 2:
        parts = (family["initial"], first), (family["latin_initial"], latin_first)
    return _Named(
        language=language,
        name=" ".join(parts[0]),
        latin=" ".join(parts[1]),
        given=first,
        surname="" if family.get("initial") in parts[0] else last,
        say_it=" ".join(spoken) if all(spoken) else spoken[0] or spoken[1],
        nickname=given.get("short", ""),
        called=latin_first,
    )


def _draft(rng: Random, one: _Named, card: str, number: int, today: date) -> CustomerDraft:
    """A card with some fields filled, as cards are."""
    life = texts("life")

    def some(share: float, of: Sequence[str]) -> str:
        return rng.choice(of) if rng.random() < share else ""

    return CustomerDraft(
        name=one.name,
        given=one.given,
        surname=one.surname,
        second_spelling=one.latin if one.latin != one.name else "",
        nickname=some(0.7, [one.nickname]),
        say_it=one.say_it,
        address_as=_address(rng, one),
        language=one.language,
        birthday=_birthday(rng, today),
        phones=_phones(rng, one.language, number),
        emails=(_email(one.latin, number),) if rng.random() < 0.55 else (),
        address=_letters(number),
        channel=rng.choice(list(Channel)) if rng.random() < 0.4 else None,
        call_when=life["call_when"][number // 5 % len(life["call_when"])] if number % 5 == 0 else "",
        memory_hook=some(0.35, life["hooks"]),
        likes=some(0.6, life["likes"]),
        must_know=some(0.07, life["must_know"]),
        card=card if rng.random() < 0.92 else "",
        tags=tuple(rng.sample(life["tags"], rng.choice([0, 0, 1, 1, 2]))),
        first_seen=today - timedelta(days=2 + int(rng.betavariate(1, 2) * _YEARS_HERE * 365)),
    )


def _address(rng: Random, one: _Named) -> str:
    """How the person wishes to be addressed, where it is not simply by the given name."""
    forms = {"hi": f"{one.called} ji", "te": f"{one.called} garu", "en": f"Dr {one.surname}"}
    share = 0.06 if one.language == "en" else 0.35
    return forms.get(one.language, "") if rng.random() < share else ""


def _birthday(rng: Random, today: date) -> PartialDate | None:
    """A birthday with its year, without, or none told."""
    born = today - timedelta(days=int(rng.triangular(16, 82, 38) * 365.25))
    known = rng.random()
    if known > 0.88:
        return None
    return PartialDate(born.month, born.day, born.year if known < 0.76 else None)


def _phones(rng: Random, language: str, number: int) -> tuple[str, ...]:
    """Invented numbers, no two alike: here, at home, or both."""
    own = (number * 7_919 + 101_003) % 10_000_000
    here = f"{rng.choice(['040', '044', '045', '050'])} {own // 10_000:03} {own % 10_000:04}"
    pattern, most = _HOME_NUMBERS.get(language, ("", 1))
    home = pattern.format(*((own % most,) if most == 1_000 else (own // 10_000 % 100, own % most)))
    kind = rng.random()
    if kind < 0.06:
        return ()
    if not pattern or kind < 0.55:
        return (here,)
    return (here, home) if kind > 0.9 else (home,)


def _letters(number: int) -> str:
    """Where letters go; of every third person nobody has asked yet."""
    streets, towns = texts("life")["streets"], texts("life")["towns"]
    street, town = streets[number % len(streets)], towns[number // 2 % len(towns)]
    return "" if number % 3 == 2 else f"{street} {1 + number * 7 % 48}\n{town}"


def _email(latin: str, number: int) -> str:
    plain = unicodedata.normalize("NFD", latin.casefold())
    letters = "".join(c for c in plain if c.isascii() and (c.isalpha() or c in " -"))
    return f"{letters.replace(' ', '.')}{number}@example.com"


def _special(drafts: list[CustomerDraft], today: date) -> list[CustomerDraft]:
    """Some birthdays on days that show, a card with everything on it, some who come no more, a newcomer."""
    days = (today, today - timedelta(days=1), today + timedelta(days=2), date(1992, 2, 29), date(1968, 2, 29))
    for place, day in enumerate(days):
        year = day.year if day.year < 2000 else _birth_year(day, 40 - 9 * place)
        drafts[place] = replace(drafts[place], birthday=PartialDate(day.month, day.day, year))
    life = texts("life")
    drafts[0] = replace(
        drafts[0],
        memory_hook=drafts[0].memory_hook or life["hooks"][0],
        likes=drafts[0].likes or life["likes"][0],
        must_know=drafts[0].must_know or life["must_know"][0],
    )
    for place in (-1, -2):
        drafts[place] = replace(drafts[place], archived=True)
    drafts[-3] = replace(drafts[-3], deceased=True)
    drafts[-4] = replace(drafts[-4], first_seen=today - timedelta(days=2))
    drafts[-5] = replace(drafts[-5], first_seen=today - timedelta(days=CAME_ONCE))
    return drafts


CAME_ONCE = 33
"""Days since the only visit of somebody who has come once."""


def _birth_year(day: date, age: int) -> int | None:
    """The year of birth of somebody who turns ``age`` on ``day``; none for a leap day out of its turn."""
    year = day.year - age
    return None if (day.month, day.day) == (2, 29) and year % 4 else year
