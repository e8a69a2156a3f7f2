"""The Renewals room's rows and sentences."""

from collections.abc import Sequence
from datetime import date

from frontdesk.domain.house import House
from frontdesk.domain.relative import in_days, when
from frontdesk.domain.risk import Sign
from frontdesk.foundation.words import tr, trn
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.reports import money, talk_sheet
from frontdesk.reports.eliding import one_line
from frontdesk.services.renewals import Ending
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
