"""What stands around the ledger's rows: how many have come to what, which are shown, why there are none."""

from collections.abc import Mapping

from babel.numbers import format_decimal

from frontdesk.domain.locales import locale_of
from frontdesk.domain.reminders import Fate
from frontdesk.foundation.words import tr, trn
from frontdesk.reports.eliding import one_line
from frontdesk.ui.rooms.today.ledger.wording import fate_word

ORDER = (Fate.DONE, Fate.SKIPPED, Fate.LET_GO, Fate.SNOOZED, Fate.OPEN)
_NAME = 48


def in_figures(fates: Mapping[Fate, int], days: int, whose: str = "") -> str:
    """“In the last 30 days: 128 done · 14 skipped · 22 let go · 11 open”; nothing where there are none."""
    figures = " · ".join(f"{_figure(fates[fate])} {fate_word(fate)}" for fate in ORDER if fates.get(fate))
    if not figures:
        return ""
    if whose:
        span = trn("{n} day", "{n} days", days)
        words = tr("{whose}, in the last {span}: {figures}")
        return words.format(whose=one_line(whose, _NAME), span=span, figures=figures)
    span = trn("In the last {n} day", "In the last {n} days", days)
    return tr("{when}: {figures}").format(when=span, figures=figures)


def place(skip: int, shown: int, of: int) -> str:
    """“1 to 1,000 of 2,345”; nothing where all are shown."""
    if shown >= of:
        return ""
    first, last, whole = (_figure(number) for number in (skip + 1, skip + shown, of))
    return tr("{first} to {last} of {whole}").format(first=first, last=last, whole=whole)


def nothing(fate: Fate | None, typed: str, *, any_at_all: bool) -> str:
    """Why no row is shown, kindly, and what may help."""
    if typed and not any_at_all:
        name = one_line(typed, _NAME)
        return tr("No reminder about “{name}” came due in these days.").format(name=name)
    if not any_at_all:
        return tr("No reminder came due in these days. What becomes of each will stand here.")
    return {
        Fate.OPEN: tr("Nothing of these days is waiting any more."),
        Fate.LET_GO: tr("Nothing of these days was let go. Nobody was forgotten."),
        Fate.DONE: tr("Nothing of these days is done yet."),
        Fate.SKIPPED: tr("Nothing of these days was skipped."),
        Fate.SNOOZED: tr("Nothing is put off."),
        None: tr("There are none before these."),
    }[fate]


def _figure(number: int) -> str:
    return str(format_decimal(number, locale=locale_of()))
