"""The Renewals room's rows and sentences."""

from collections.abc import Mapping, Sequence
from datetime import date

from frontdesk.domain.house import House
from frontdesk.domain.relative import in_days, when
from frontdesk.domain.risk import Sign
from frontdesk.foundation.words import tr, trn
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.reports import money, talk_sheet, winback_sheet
from frontdesk.reports.eliding import one_line
from frontdesk.services.renewals import Ending
from frontdesk.services.winback import Leaver, Leavers
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row


def summary(endings: Sequence[Ending], house: House) -> str:
    """“12 memberships · about €1,240 a year at risk”."""
    counted = trn("{n} membership", "{n} memberships, most at risk first", len(endings))
    risk = sum(one.at_risk for one in endings)
    if not endings or not risk:
        return counted if endings else ""
    return tr("{counted} · about {amount} a year at risk").format(
        counted=counted, amount=money.about(risk, house)
    )


def row(one: Ending, today: date, house: House, photo: bytes | None = None) -> Row:
    """Somebody whose membership ends: what it is, how long they have been here, why to talk now."""
    badge, level = _badge(one, today)
    parts = [
        one_line(one.membership.draft.plan),
        tr("renews itself") if one.membership.draft.renews_itself else "",
        talk_sheet.with_us(one),
        *(talk_sheet.sign(sign) for sign in one.signs if sign is not Sign.ENDED),  # the badge says so
        tr("{amount} a year").format(amount=money.about(one.yearly, house)) if one.yearly else "",
    ]
    return Row(
        key=one.membership.id,
        title=one.person.name,
        detail=" · ".join(part for part in parts if part),
        badge=badge,
        level=level,
        monogram=monogram(one.person.name),
        colour=colour_index(one.person.id),
        photo=photo,
        spoken=", ".join([one.person.name, talk_sheet.ends(one, today), *parts[1:]]),
    )


def _badge(one: Ending, today: date) -> tuple[str, Level]:
    days = (one.ends - today).days
    if days < 0:
        return tr("ended {when}").format(when=when(one.ends, today)), Level.RED
    words = trn("{n} day", "{n} days", days) if days > 1 else in_days(one.ends, today)
    return words, Level.NEUTRAL if one.membership.draft.renews_itself else Level.AMBER


def leaver_row(one: Leaver, today: date, photo: bytes | None = None) -> Row:
    """Somebody who has left: when, why, what is to be done next and by whom."""
    badge, level = "", Level.NEUTRAL
    if one.next is not None:
        late = one.next.day <= today
        badge, level = (tr("now"), Level.AMBER) if late else (when(one.next.day, today), Level.NEUTRAL)
    parts = [
        winback_sheet.left(one, today),
        one_line(one.membership.draft.reason),
        winback_sheet.step(one.next, one) if one.next else "",
        one.owner,
    ]
    return Row(
        key=one.membership.id,
        title=one.person.name,
        detail=" · ".join(part for part in parts if part),
        badge=badge,
        level=level,
        monogram=monogram(one.person.name),
        colour=colour_index(one.person.id),
        photo=photo,
    )


def why_they_left(found: Leavers) -> str:
    """“Why they left in a year: Moved away 3, Health 2, not said 1 (the year before: Health 1)”."""
    if not found.reasons:
        return ""
    text = tr("Why they left in a year: {reasons}").format(reasons=_counted(found.reasons))
    if not found.before:
        return text
    return tr("{text} (the year before: {reasons})").format(text=text, reasons=_counted(found.before))


def _counted(reasons: Mapping[str, int]) -> str:
    in_order = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{reason or tr('not said')} {count}" for reason, count in in_order)
