"""The renewal talk sheet as data: one person, one membership, and all that a talk about it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from frontdesk.domain.ids import MembershipId
from frontdesk.domain.locales import locale_of
from frontdesk.domain.relative import ago, when, written
from frontdesk.domain.requests import Request
from frontdesk.domain.risk import Sign
from frontdesk.domain.talks import ATTEMPTS, Said, Talk
from frontdesk.domain.visits import Visit
from frontdesk.domain.wording import usually
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import language, tr, trn
from frontdesk.reports import money
from frontdesk.reports.eliding import ALERT, NAME, one_line, sentence
from frontdesk.reports.foot import foot
from frontdesk.services.renewals import Ending, TalkSheet


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one thing: its word and a few lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way that a talk can end, with what is to be written beside it on paper."""

    words: str
    blank: str = ""


@dataclass(frozen=True, slots=True)
class TalkPage:
    """The sheet of one membership.

    ``ends`` says when it ends, ``signs`` why to talk now. ``choices`` and ``footer`` are for paper;
    ``over`` tells that the last day has passed.
    """

    membership: MembershipId
    language: str
    direction: str
    title: str
    name: str
    second: str
    phone: str
    ends: str
    over: bool
    must_know: str
    signs: tuple[str, ...]
    facts: tuple[Fact, ...]
    outcome: str
    choices: tuple[Choice, ...]
    footer: str


def talk_page(sheet: TalkSheet) -> TalkPage:
    """The sheet in words, in the user's language."""
    one, house = sheet.ending, sheet.house
    person = one.person
    second = (one_line(person.second_spelling, NAME), one_line(person.say_it, NAME))
    return TalkPage(
        membership=one.membership.id,
        language=language(),
        direction=locale_of(house.region).text_direction,
        title=tr("Renewal talk"),
        name=one_line(person.name, NAME),
        second=", ".join(part for part in second if part),
        phone=one_line(person.phone, NAME),
        ends=ends(one, sheet.today),
        over=one.ends < sheet.today,
        must_know=sentence(person.must_know, ALERT),
        signs=tuple(sign(each) for each in one.signs),
        facts=tuple(fact for fact in _facts(sheet) if fact.lines),
        outcome=tr("What came of it"),
        choices=_choices(),
        footer=foot(house, sheet.now),
    )


def ends(one: Ending, today: date) -> str:
    """““Gold” ends in 7 days (4 December) and renews itself”."""
    if one.ends < today:
        text = tr("“{plan}” ended {when}")
    elif one.membership.draft.renews_itself:
        text = tr("“{plan}” ends {when} and renews itself")
    else:
        text = tr("“{plan}” ends {when}")
    return text.format(plan=one_line(one.membership.draft.plan, NAME), when=when(one.ends, today))


def sign(one: Sign) -> str:
    """Why to think that somebody may leave, in a few words."""
    return {
        Sign.LOST: tr("has not come for very long"),
        Sign.SLEEPING: tr("has not come for long"),
        Sign.OVERDUE: tr("has not come for longer than usual"),
        Sign.SELDOMER: tr("comes less often than a year ago"),
        Sign.THINKING: tr("wants to think"),
        Sign.NOT_REACHED: tr("could not be reached"),
        Sign.LATE_REQUEST: tr("waits for something we promised"),
        Sign.ENDED: tr("has ended, and nobody has said why"),
    }[one]


def with_us(one: Ending) -> str:
    """“7 years with us”; nothing where nobody knows."""
    if one.years is None:
        return ""
    if one.years == 0:
        return tr("with us for less than a year")
    return trn("{n} year with us", "{n} years with us", one.years)


def _facts(sheet: TalkSheet) -> Iterator[Fact]:
    one = sheet.ending
    person = one.person
    yield Fact(tr("With us"), tuple(_with_us(sheet)))
    yield Fact(tr("Comes"), tuple(_comes(sheet)))
    yield Fact(tr("Worth"), tuple(_worth(sheet)))
    yield Fact(tr("Open"), tuple(_open(each, sheet) for each in sheet.requests))
    yield Fact(tr("Likes"), (sentence(person.likes),) if person.likes.strip() else ())
    yield Fact(tr("Last visits"), tuple(_visit(each, sheet.today) for each in sheet.visits))
    yield Fact(tr("Said before"), tuple(said(each, sheet.today) for each in sheet.talks[:_TALKS]))


_TALKS = 4


def _with_us(sheet: TalkSheet) -> Iterator[str]:
    one = sheet.ending
    long, first = with_us(one), one.since
    if long and first:
        yield tr("{long}, since {day}").format(long=long, day=written(first, date.min))
    elif long:
        yield long
    if sheet.renewals:
        yield trn("renewed once before", "renewed {n} times before", sheet.renewals)


def _comes(sheet: TalkSheet) -> Iterator[str]:
    one, coming = sheet.ending, sheet.ending.coming
    if sheet.gap is not None:
        yield usually(sheet.gap)
    if sheet.gap_before is not None:
        yield tr("the year before: {usually}").format(usually=usually(sheet.gap_before))
    if coming.this_year or coming.year_before:
        counted = trn("{n} day in the last year", "{n} days in the last year", coming.this_year)
        yield tr("{counted}, {n} in the year before").format(counted=counted, n=coming.year_before)
    if one.person.last_visit:
        yield tr("last here {when}").format(when=ago(one.person.last_visit, sheet.today))


def _worth(sheet: TalkSheet) -> Iterator[str]:
    one, house = sheet.ending, sheet.house
    if one.yearly:
        words = tr("{amount} a year") if sheet.plan and sheet.plan.price else tr("{amount} spent in a year")
        yield words.format(amount=money.about(one.yearly, house))
    if one.yearly and one.signs:
        yield tr("about {amount} of it at risk").format(amount=money.about(one.at_risk, house))


def _open(one: Request, sheet: TalkSheet) -> str:
    asked = one_line(one.draft.asked)
    if one.deadline is None:
        return asked
    late = one.deadline < sheet.now
    day = when(venue_day(one.deadline, sheet.house.zone), sheet.today)
    return (tr("{asked}: was due {when}") if late else tr("{asked}: due {when}")).format(
        asked=asked, when=day
    )


def _visit(one: Visit, today: date) -> str:
    draft = one.draft
    parts = (ago(draft.day, today), one_line(draft.purpose), one_line(draft.note))
    return ", ".join(part for part in parts if part)


def said(one: Talk, today: date) -> str:
    """“3 December 2025: renewed. Likes the mornings. Anna”."""
    outcome = {
        Said.RENEWED: tr("renewed"),
        Said.THINKING: tr("wants to think"),
        Said.LEAVING: tr("leaves"),
        Said.NOT_REACHED: tr("not reached, attempt {n}").format(n=one.attempt),
    }[one.draft.said]
    parts = [tr("{day}: {said}").format(day=written(one.day, today), said=outcome), one_line(one.draft.words)]
    text = ". ".join(part for part in parts if part)
    return tr("{text} ({who})").format(text=text, who=one_line(one.by, NAME)) if one.by else text


def _choices() -> tuple[Choice, ...]:
    attempts = "   ".join(f"☐ {n}" for n in range(1, ATTEMPTS + 1))
    return (
        Choice(tr("Renewed, until"), ""),
        Choice(tr("Wants to think, ask again on"), ""),
        Choice(tr("Leaves, because"), ""),
        Choice(tr("Not reached"), attempts),
    )
