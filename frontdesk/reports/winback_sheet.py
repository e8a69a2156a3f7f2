"""The sheet of somebody who has left: why, the steps to them, and what came of those so far."""

from collections.abc import Iterator
from datetime import date, datetime

from frontdesk.domain.house import House
from frontdesk.domain.locales import locale_of
from frontdesk.domain.relative import ago, when, written
from frontdesk.domain.winback import Came, Due, Told, channel_of
from frontdesk.domain.wording import by, winback_step
from frontdesk.foundation.words import language, tr, trn
from frontdesk.reports.eliding import ALERT, NAME, one_line, sentence
from frontdesk.reports.foot import foot
from frontdesk.reports.talk_sheet import Fact, TalkPage
from frontdesk.reports.talk_sheet import said as talk_said
from frontdesk.services.winback import Leaver


def leaver_page(one: Leaver, house: House, today: date, now: datetime) -> TalkPage:
    """The sheet in words, in the user's language."""
    person = one.person
    second = (one_line(person.second_spelling, NAME), one_line(person.say_it, NAME))
    return TalkPage(
        membership=one.membership.id,
        language=language(),
        direction=locale_of(house.region).text_direction,
        title=tr("To win back"),
        name=one_line(person.name, NAME),
        second=", ".join(part for part in second if part),
        phone=one_line(person.phone, NAME),
        ends=left(one, today),
        over=False,
        must_know=sentence(person.must_know, ALERT),
        signs=(),
        facts=tuple(fact for fact in _facts(one, today) if fact.lines),
        outcome=tr("What came of it"),
        choices=(),
        footer=foot(house, now),
    )


def left(one: Leaver, today: date) -> str:
    """““Gold” ended 3 weeks ago”."""
    plan = one_line(one.membership.draft.plan, NAME)
    return tr("“{plan}” ended {when}").format(plan=plan, when=ago(_last(one), today))


def _last(one: Leaver) -> date:
    """The last day of the membership; they may have said that they leave long after it."""
    return one.membership.draft.last_day or one.since


def came(one: Came) -> str:
    """What came of a step, in a word or two."""
    return {
        Came.SENT: tr("a note was sent"),
        Came.ANSWERED: tr("answered"),
        Came.NO_ANSWER: tr("no answer"),
        Came.COMES_BACK: tr("wants to come back"),
        Came.LEAVE_ALONE: tr("asked to be left alone"),
    }[one]


def step(one: Due, person_prefers: Leaver) -> str:
    """“ask how they are, by phone”."""
    channel = channel_of(one.step, person_prefers.person.channel)
    return tr("{what}, {how}").format(what=winback_step(one.step, birthday=one.birthday), how=by(channel))


def _facts(one: Leaver, today: date) -> Iterator[Fact]:
    person, draft = one.person, one.membership.draft
    yield Fact(tr("With us"), tuple(_with_us(one)))
    yield Fact(tr("Why"), tuple(filter(None, (one_line(draft.reason), sentence(draft.reason_words)))))
    yield Fact(tr("Steps"), tuple(_step(each, one, today) for each in one.steps))
    yield Fact(tr("Looked after by"), (one.owner,) if one.owner else ())
    yield Fact(tr("Likes"), (sentence(person.likes),) if person.likes.strip() else ())
    talk = one.membership.talk
    said = [*(_told(each, today) for each in one.told), *((talk_said(talk, today),) if talk else ())]
    yield Fact(tr("Said before"), tuple(said))


def _with_us(one: Leaver) -> Iterator[str]:
    seen, starts = one.person.first_seen, one.membership.draft.starts
    first = min(seen, starts) if seen else starts
    yield tr("{first} to {last}").format(first=written(first, date.min), last=written(_last(one), date.min))
    if one.person.visit_count:
        yield trn("{n} visit", "{n} visits", one.person.visit_count)


def _step(due: Due, one: Leaver, today: date) -> str:
    told = [each for each in one.told if each.step is due.step]
    if told:
        ended = came(told[0].came)
    elif due == one.next:
        ended = tr("now") if due.day <= today else tr("next")
    else:
        ended = "" if due.day > today else tr("not done")
    parts = (tr("{day}: {step}").format(day=when(due.day, today), step=step(due, one)), ended)
    return " – ".join(part for part in parts if part)


def _told(one: Told, today: date) -> str:
    parts = [
        tr("{day}: {said}").format(day=written(one.day, today), said=came(one.came)),
        one_line(one.words),
    ]
    text = ". ".join(part for part in parts if part)
    return tr("{text} ({who})").format(text=text, who=one_line(one.by, NAME)) if one.by else text
