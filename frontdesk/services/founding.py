"""Founding a house: a new one begins with what this machine knows about where it stands."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from frontdesk.domain.house import House
from frontdesk.foundation.clock import Clock
from frontdesk.services import settings
from frontdesk.services.desk import Desk

_COUNTRY = re.compile(r"[a-z]{2,3}_([A-Z]{2})\b", re.ASCII)
"""The beginning of a POSIX locale such as fi_FI.UTF-8; C and POSIX name no country."""

_LETTER = frozenset({"US", "CA", "MX", "PR", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "SV", "VE", "DO"})
"""Countries that print on Letter; everybody else on A4."""


def found(place: str | Path, clock: Clock | None = None) -> Desk:
    """Open the house at a file or URL; where there is none, make one with the machine's zone and country.

    Raises the StorageTrouble family. A house that is there already keeps what it says of itself.
    """
    desk = Desk.open(place, create=True, clock=clock)
    try:
        if desk.house == House(since=desk.today()):
            settings.change_house(desk, **surroundings())
    except BaseException:
        desk.close()
        raise
    return desk


def surroundings() -> dict[str, Any]:
    """The settings of a house that can be known from the machine it stands on."""
    known: dict[str, Any] = {"zone": system_zone()}
    region = system_region()
    if region:
        known |= {"region": region, "paper": "Letter" if region in _LETTER else "A4"}
        currency = _currency(region)
        known |= {"currency": currency} if currency else {}
    return known


def system_zone() -> str:
    """The IANA name of the machine's time zone, UTC where it has none."""
    from babel.localtime import get_localzone

    try:
        name = str(get_localzone())  # a ZoneInfo, or a zone of pytz where something has brought that along
    except (LookupError, OSError, ValueError):  # TZ names nothing, or /etc cannot be read
        return "UTC"
    return name if name in available_timezones() and not name.startswith("Etc/") else "UTC"


def system_region(environment: Mapping[str, str] = os.environ) -> str:
    """The ISO 3166 code of the country the machine is set to, or nothing."""
    for name in ("LC_ALL", "LC_MONETARY", "LANG"):
        if spoken := _COUNTRY.match(environment.get(name, "")):
            return spoken[1]
    return ""


def _currency(region: str) -> str:
    from babel.numbers import get_territory_currencies

    found = get_territory_currencies(region)
    return str(found[0]) if found else ""
