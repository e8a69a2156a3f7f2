"""What can be chosen in the settings: time zones, countries, currencies, languages. Slow to gather."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import available_timezones

from frontdesk.foundation.words import tr

LANGUAGES = ("en", "fi", "sv", "et", "de", "fr", "es", "hi", "ta", "te", "mn", "ru")
"""Languages in which days can be written."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Zones are IANA names, currencies ISO 4217 codes; countries and languages are codes with their names."""

    zones: frozenset[str] = frozenset()
    currencies: frozenset[str] = frozenset()
    countries: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()


def gather(spoken: str, region: str) -> Choices:
    """Everything that can be chosen; what is chosen now, ``spoken`` and ``region``, is among it."""
    from babel.numbers import list_currencies

    return Choices(
        zones=frozenset(available_timezones()),
        currencies=frozenset(list_currencies()),
        countries=_countries(region),
        languages=_languages(spoken),
    )


def _countries(chosen: str) -> tuple[tuple[str, str], ...]:
    from frontdesk.domain.locales import locale_of

    names = {code: str(name) for code, name in locale_of().territories.items() if _is_country(code)}
    names |= {chosen: names.get(chosen, chosen)} if chosen else {}
    in_order = sorted(names.items(), key=lambda one: one[1].casefold())
    return (("", tr("not said")), *in_order)


def _is_country(code: str) -> bool:
    """Two letters name a country; ZZ, QO and their like are for no country, parts of the world or trials."""
    return len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def _languages(chosen: str) -> tuple[tuple[str, str], ...]:
    codes: Sequence[str] = LANGUAGES if chosen in LANGUAGES else (*LANGUAGES, chosen)
    return tuple((code, _own_name(code)) for code in codes)


def _own_name(code: str) -> str:
    """A language's name in itself: “suomi”."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code.replace("-", "_")).get_display_name() or code)
    except (UnknownLocaleError, ValueError):
        return code
