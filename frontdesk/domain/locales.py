"""How the language spoken now writes its days and amounts, in the house's country."""

from babel import Locale, UnknownLocaleError

from frontdesk.foundation.words import language

PLAIN_ENGLISH = "en_GB"
"""English without a country: the day before the month, and twenty-four hours."""


def locale_of(region: str = "") -> Locale:
    """How dates are written in the language spoken now, in the country ``region`` where that differs."""
    spoken = language().replace("-", "_")
    country = [f"{spoken}_{region.upper()}"] if region and "_" not in spoken else []
    plain = [PLAIN_ENGLISH] if spoken == "en" else [spoken, PLAIN_ENGLISH]
    for tag in country + plain:
        try:
            return Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")
