"""What a reminder was about, in words that still make sense when its day is long over.

They stand behind a name and a colon: “Aino Virtanen: turned 40”.
"""

import re

from frontdesk.domain.customers import Channel
from frontdesk.domain.ledger import Entry
from frontdesk.domain.reminders import Rule
from frontdesk.domain.rhythm import Away
from frontdesk.domain.winback import Step
from frontdesk.domain.wording import winback_in_calendar
from frontdesk.foundation.words import tr, trn

_DAYS_FROM_END = re.compile(r"renewal([+-]\d+)")


def about(entry: Entry) -> str:
    """“turned 40”, “renewal of “Gold”, 14 days before its end”, “asked for Locker 12”."""
    return _ABOUT[entry.rule](entry)


def _birthday(entry: Entry) -> str:
    return tr("birthday") if entry.number is None else tr("turned {age}").format(age=entry.number)


def _renewal(entry: Entry) -> str:
    return tr("renewal of “{plan}”, {when}").format(plan=entry.label, when=_when_to_renew(entry.key[0]))


def _when_to_renew(stage: str) -> str:
    found = _DAYS_FROM_END.fullmatch(stage)
    days = int(found[1]) if found else 0
    if days < 0:
        return trn("{n} day before its end", "{n} days before its end", -days)
    if days > 0:
        return trn("{n} day after its end", "{n} days after its end", days)
    return tr("asked again as agreed") if stage == "renewal-again" else tr("on its last day")


def _away(entry: Entry) -> str:
    text = {
        Away.SLEEPING.value: tr("had not come for a long time ({usually})"),
        Away.LOST.value: tr("had stayed away for very long ({usually})"),
    }.get(entry.key[0], tr("had not come for longer than usual ({usually})"))
    return text.format(usually=trn("every day", "every {n} days", max(1, entry.number or 1)))


def _winback(entry: Entry) -> str:
    return winback_in_calendar(Step(entry.key[0]), Channel(entry.label))


def _second_visit(_entry: Entry) -> str:
    return tr("had come once")


def _milestone(entry: Entry) -> str:
    if entry.key[0].startswith("years"):
        return trn("{n} year with us", "{n} years with us", entry.number or 0)
    return tr("{n}th visit ahead").format(n=entry.number or 0)


def _occasion(entry: Entry) -> str:
    label = entry.label or tr("occasion")
    if not entry.number:
        return label
    years = trn("{n} year", "{n} years", entry.number)
    return tr("{occasion}, {years}").format(occasion=label, years=years)


def _request(entry: Entry) -> str:
    return tr("asked for {what}").format(what=entry.label)


_ABOUT = {
    Rule.BIRTHDAY: _birthday,
    Rule.RENEWAL: _renewal,
    Rule.WINBACK: _winback,
    Rule.OVERDUE: _away,
    Rule.SECOND_VISIT: _second_visit,
    Rule.MILESTONE: _milestone,
    Rule.OCCASION: _occasion,
    Rule.REQUEST: _request,
}


def no_longer_so(entry: Entry) -> str:
    """Why a reminder may have left the list before its own rule let it go, as far as can be told."""
    if entry.rule in _UNTIL_THEY_COME and entry.came:
        return tr("no longer so: they came")
    return {
        Rule.BIRTHDAY: tr("no longer so: the birthday was changed, or the card put away"),
        Rule.RENEWAL: tr("no longer so: it was renewed, ended or changed"),
        Rule.WINBACK: tr("no longer so: they are back, or asked to be left alone"),
        Rule.OCCASION: tr("no longer so: the day was changed or taken away"),
        Rule.REQUEST: tr("no longer so: it was given another day, or the card put away"),
    }.get(entry.rule, tr("no longer so: something on their card was changed"))


_UNTIL_THEY_COME = (Rule.WINBACK, Rule.OVERDUE, Rule.SECOND_VISIT, Rule.MILESTONE)
