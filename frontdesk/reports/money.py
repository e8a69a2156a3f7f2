"""Amounts as they are written in the house's country."""

import re
from decimal import Decimal

from babel.numbers import format_currency

from frontdesk.domain.house import House
from frontdesk.domain.locales import locale_of

_DECIMALS = re.compile(r"\.0+")


def amount(hundredths: int | None, house: House) -> str:
    """An amount in the house's currency: “€12.50”; nothing where there is none."""
    if hundredths is None:
        return ""
    return format_currency(Decimal(hundredths) / 100, house.currency, locale=locale_of(house.region))


def about(hundredths: float, house: House) -> str:
    """An amount that is an estimate, to the whole: “€420”."""
    locale = locale_of(house.region)
    whole = _DECIMALS.sub("", locale.currency_formats["standard"].pattern)
    estimate = Decimal(round(hundredths / 100))
    return format_currency(estimate, house.currency, whole, locale, currency_digits=False)
