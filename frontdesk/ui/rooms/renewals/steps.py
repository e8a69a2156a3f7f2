"""What can come of a step to somebody who has left, as small forms. No toolkit."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import Channel
from frontdesk.domain.house import House
from frontdesk.domain.talks import reasons_of
from frontdesk.domain.winback import Came, Due, Told, channel_of
from frontdesk.domain.wording import by
from frontdesk.foundation.words import tr
from frontdesk.reports import winback_sheet
from frontdesk.services import winback
from frontdesk.services.desk import Desk
from frontdesk.services.winback import Leaver
from frontdesk.ui.kit.asked import Asked
from frontdesk.ui.rooms.renewals.outcomes import Outcome


def outcomes_of(one: Leaver, house: House) -> Mapping[Hashable, Callable[[], Outcome]]:
    """The ways that the next step can end; they may ring us before its day has come."""
    if one.next is None:
        return {}
    return {came: partial(_outcome, one, one.next, came, house) for came in Came if came is not Came.SENT}


def _outcome(one: Leaver, due: Due, came: Came, house: House) -> Outcome:
    asks_why = came is Came.ANSWERED and not one.membership.draft.reason

    def keep(desk: Desk, typed: Mapping[str, str]) -> Changes:
        told = Told(
            customer=one.person.id,
            membership=one.membership.id,
            since=one.since,
            step=due.step,
            came=came,
            channel=Channel(typed["channel"]),
            reason=typed.get("reason", ""),
            words=typed["words"],
        )
        return winback.tell(desk, told)

    return Outcome(
        came,
        _capital(winback_sheet.came(came)),
        tr("Write it down"),
        (
            Asked("words", tr("What they said"), lines=2),
            Asked("channel", tr("How"), choices=[(each.value, by(each)) for each in Channel]),
            *((_why(house),) if asks_why else ()),
        ),
        {"channel": channel_of(due.step, one.person.channel).value, "words": ""}
        | ({"reason": ""} if asks_why else {}),
        keep,
        tr("Written down: {name}"),
    )


def _why(house: House) -> Asked:
    return Asked(
        "reason",
        tr("Why they left"),
        choices=[("", tr("not said")), *((one, one) for one in reasons_of(house))],
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
