"""The program's words in the user's language.

Plain :mod:`gettext`, so that the floors without a toolkit speak through the same translations as the
window. Values go in after translation: ``tr("{n} people").format(n=…)``.
"""

import gettext
from typing import Protocol

from frontdesk.foundation.paths import resources


class _Catalogue(Protocol):
    def gettext(self, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


class _Speech:
    """The language spoken now; one for the whole program, chosen at start."""

    language = "en"
    catalogue: _Catalogue = gettext.NullTranslations()


def speak(language: str) -> None:
    """Choose the language of everything said from now on, a BCP 47 tag; English where it is missing."""
    _Speech.language = language
    _Speech.catalogue = gettext.translation(
        "frontdesk", resources("translations"), [language.replace("-", "_")], fallback=True
    )


def language() -> str:
    """The language chosen with :func:`speak`."""
    return _Speech.language


def tr(text: str) -> str:
    """``text`` in the user's language."""
    return _Speech.catalogue.gettext(text) if text else ""


def trn(one: str, many: str, n: int) -> str:
    """The form of ``one``/``many`` that the user's language wants for ``n``, with ``{n}`` filled in."""
    return _Speech.catalogue.ngettext(one, many, n).format(n=n)
