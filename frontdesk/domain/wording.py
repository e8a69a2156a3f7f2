"""What a reminder says: a short, kind sentence that stands behind or under the person's name.

The day always comes as a phrase of its own (“today”, “in 3 days (Thursday)”), so that a translation can
put it where its language wants it. What a calendar says stands beside its day and is read on others, so it
has sentences without one.
"""

from datetime import date
from functools import lru_cache

from frontdesk.domain.calls import CallDraft
from frontdesk.domain.customers import Channel
from frontdesk.domain.horizon import Horizon
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.milestones import Counted
from frontdesk.domain.relative import written
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.rhythm import Away
from frontdesk.domain.winback import Departure, Due, Step
from frontdesk.foundation.words import language, tr, trn


def birthday(age: int | None, due: date, horizon: Horizon) -> str:
    """“turns 40 today”, “turned 40 yesterday”, “turned 40, 2 days ago”; without a year “birthday today”."""
    if age is None:
        return tr("birthday {when}").format(when=horizon.say(due))
    over = (horizon.today - due).days
    if over > 1:
        text = tr("turned {age}, {when}")  # two numbers in a row would read as one
    else:
        text = tr("turned {age} {when}") if over == 1 else tr("turns {age} {when}")
    return text.format(age=age, when=horizon.say(due))


def birthday_in_calendar(age: int | None) -> str:
    """“turns 40”; without a year “birthday”."""
    return tr("birthday") if age is None else tr("turns {age}").format(age=age)


def years_with_us(years: int, due: date, horizon: Horizon) -> str:
    """“3 years with us today”."""
    return _years(years, horizon.say(due), language())


@lru_cache(maxsize=1024)
def _years(years: int, when: str, _spoken: str) -> str:  # thousands have come to the same few years
    return tr("{occasion} {when}").format(occasion=years_in_calendar(years), when=when)


def years_in_calendar(years: int) -> str:
    """“3 years with us”."""
    return trn("{n} year with us", "{n} years with us", years)


def occasion(label: str, years: int | None, due: date, horizon: Horizon) -> str:
    """“wedding day today, 10 years”; ``label`` in the desk's own words."""
    if not years:
        return tr("{occasion} {when}").format(occasion=label, when=horizon.say(due))
    counted = trn("{n} year", "{n} years", years)
    return tr("{occasion} {when}, {years}").format(occasion=label, when=horizon.say(due), years=counted)


def occasion_in_calendar(label: str, years: int | None) -> str:
    """“wedding day, 10 years”."""
    if not years:
        return label
    counted = trn("{n} year", "{n} years", years)
    return tr("{occasion}, {years}").format(occasion=label, years=counted)


def next_visit(number: int) -> str:
    """“next visit is the 100th”; every milestone ends in “th” in English."""
    return tr("next visit is the {n}th").format(n=number)


def next_of_its_kind(one: Counted) -> str:
    """“next yoga is number 100”."""
    return tr("next {purpose} is number {n}").format(purpose=one.purpose, n=one.number)


def visit_milestone(number: int) -> str:
    """“100th visit”, said of the visit that made the milestone."""
    return tr("{n}th visit").format(n=number)


def winback(gone: Departure, due: Due, channel: Channel, horizon: Horizon) -> str:
    """“left 3 weeks ago: ask how they are, by phone”."""
    return tr("left {when}: {what}, {how}").format(
        when=horizon.say(gone.since), what=winback_step(due.step, birthday=due.birthday), how=by(channel)
    )


def winback_step(step: Step, *, birthday: bool = False) -> str:
    """“ask how they are”."""
    if birthday:
        return tr("wish them well on their birthday")
    return {
        Step.THANKS: tr("thank them and ask why"),
        Step.CALL: tr("ask how they are"),
        Step.OCCASION: tr("remember them at an occasion"),
        Step.LAST_WORD: tr("a last word: the door stays open"),
    }[step]


def winback_in_calendar(step: Step, channel: Channel) -> str:
    """“has left: ask how they are, by phone”."""
    return tr("has left: {what}, {how}").format(what=winback_step(step), how=by(channel))


def by(channel: Channel) -> str:
    """“by letter”."""
    return {
        Channel.PHONE: tr("by phone"),
        Channel.MESSAGE: tr("by message"),
        Channel.EMAIL: tr("by e-mail"),
        Channel.LETTER: tr("by letter"),
        Channel.IN_PERSON: tr("in person"),
    }[channel]


def away(gap: float, last: date, horizon: Horizon) -> str:
    """“usually here every 7 days, last here 20 days ago”."""
    return tr("{usually}, last here {when}").format(usually=usually(gap), when=horizon.say(last))


def away_in_calendar(gap: float, last: date, day: date) -> str:
    """“usually here every 7 days, last here 1 November”, said on ``day``."""
    return tr("{usually}, last here {when}").format(usually=usually(gap), when=written(last, day))


def usually(gap: float) -> str:
    """“usually here every 7 days”, from a median number of days, at least one."""
    return _every(max(1, round(gap)), language())


@lru_cache(maxsize=1024)
def _every(days: int, _spoken: str) -> str:  # thousands are missed by the same few habits
    return trn("usually here every day", "usually here every {n} days", days)


def came_once(day: date, horizon: Horizon) -> str:
    """“has come once, 23 days ago”."""
    return tr("has come once, {when}").format(when=horizon.say(day))


def came_once_in_calendar(came: date, day: date) -> str:
    """“has come once, 1 November”, said on ``day``."""
    return tr("has come once, {when}").format(when=written(came, day))


def renewal(draft: MembershipDraft, ends: date, horizon: Horizon) -> str:
    """“membership “Gold” ends in 7 days (29 November)”; ``ends`` is the last day of the term."""
    return _renewal(draft, horizon.say(ends), over=ends < horizon.today)


def renewal_in_calendar(draft: MembershipDraft, ends: date, day: date) -> str:
    """“membership “Gold” ends 29 November”, said on ``day`` and the same whenever it is read."""
    return _renewal(draft, written(ends, day), over=ends < day)


def _renewal(draft: MembershipDraft, when: str, *, over: bool) -> str:
    if over:
        text = tr("membership “{plan}” ended {when}")
    elif draft.renews_itself:
        text = tr("membership “{plan}” ends {when} and renews itself")
    else:
        text = tr("membership “{plan}” ends {when}")
    return text.format(plan=draft.plan, when=when)


def request(draft: RequestDraft) -> str:
    """What was asked for, as it was written down, and our answer where it was not a plain yes."""
    if draft.answer is Answer.INSTEAD:
        return tr("{asked} (instead: {instead})").format(asked=draft.asked, instead=draft.instead)
    if draft.answer is Answer.NO:
        return tr("{asked} (we said no)").format(asked=draft.asked)
    return draft.asked


def call(about: str) -> str:
    """“to be rung back: the invoice”."""
    return tr("to be rung back: {about}").format(about=about) if about else tr("to be rung back")


def call_about(draft: CallDraft) -> str:
    """What a call is about as it was written down; of a reminder what stays true however long it takes."""
    if draft.about or draft.key is None:
        return draft.about
    stage = draft.key[0]
    if stage.startswith("renewal"):
        return tr("their membership")
    if stage.startswith("winback"):
        return tr("they have left us")
    return tr("they have not been here for a while") if stage in frozenset(Away) else ""
