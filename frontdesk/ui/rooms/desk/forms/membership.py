"""Memberships on the card: a new one, one more term, a pause, the end of one, or a mistake put right."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import cast

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import Membership, MembershipDraft, check
from frontdesk.domain.plans import Plan, named
from frontdesk.domain.reading import read_day, write_day
from frontdesk.domain.talks import reasons_of
from frontdesk.domain.terms import add_months, running_end, term_of
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import memberships, talks
from frontdesk.services.memberships import Following
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import WHOLE, FieldSpec, Kind, Quick
from frontdesk.ui.rooms.desk.forms.panel import Ending, PanelForm, Step

_TERMS = (1, 3, 6, 12)
"""Months that memberships usually last."""


class MembershipForm(PanelForm):
    """A new membership."""

    def __init__(
        self, around: Surroundings, customer: CustomerId, plans: tuple[Plan, ...], ending: Ending
    ) -> None:
        """It begins today unless somebody says otherwise; ``plans`` say how long it lasts."""
        today = around.desk.today()
        names = [Quick(plan.draft.name, plan.draft.name) for plan in plans]
        fields = (
            FieldSpec("plan", tr("Plan"), hint=tr("Gold"), span=WHOLE, quick=names),
            _day("starts", tr("From"), today),
            _day("ends", tr("Last day"), today, _quick_terms(today, today)),
            FieldSpec("renews_itself", tr("Renews itself"), Kind.CHECK, span=WHOLE),
        )
        super().__init__(around, fields, ending)
        self._customer, self._plans = customer, plans
        self.heading, self.save_words = tr("A membership"), tr("Add it")
        self.begin(plan="", starts=today, ends=None, renews_itself=False)

    def leave(self, name: str, typed: object) -> None:
        """A plan that is sold says when the membership ends."""
        plan = named(self._plans, str(typed)) if name == "plan" else None
        if plan is not None:
            today = self.around.desk.today()
            starts = read_day(str(self.typed["starts"]), today) or today
            self.typed["ends"] = write_day(plan.last_day(starts), today)
        super().leave(name, typed)

    def check(self, values: dict[str, object]) -> None:
        """A plan, a first day, and no last day before it."""
        if values["starts"] is None:
            raise Refused(tr("Write the first day."), "starts")
        check(self._draft(values))

    def write(self, values: dict[str, object]) -> Changes:
        """Begin it."""
        return memberships.add(self.around.desk, self._draft(values), self.token)

    def said(self, values: dict[str, object]) -> str:
        """“Membership “Gold” begun”."""
        return tr("Membership “{plan}” begun").format(plan=values["plan"])

    def _draft(self, values: dict[str, object]) -> MembershipDraft:
        return MembershipDraft(
            self._customer,
            str(values["plan"]),
            cast("date", values["starts"]),
            cast("date | None", values["ends"]),
            bool(values["renews_itself"]),
        )


class CorrectionForm(MembershipForm):
    """What was written down wrong of a membership."""

    def __init__(
        self, around: Surroundings, membership: Membership, plans: tuple[Plan, ...], ending: Ending
    ) -> None:
        """It stands as it was written down."""
        draft = membership.draft
        super().__init__(around, draft.customer, plans, ending)
        self.membership, self.version = membership, membership.version
        self.heading = tr("Correct “{plan}”").format(plan=draft.plan)
        self.save_words = tr("Correct it")
        self.begin(plan=draft.plan, starts=draft.starts, ends=draft.ends, renews_itself=draft.renews_itself)

    def leave(self, name: str, typed: object) -> None:
        """Another plan leaves the days as they are."""
        PanelForm.leave(self, name, typed)

    def write(self, values: dict[str, object]) -> Changes:
        """Write it down as it should have been."""
        return memberships.change(self.around.desk, self.membership.id, self.version, **values)

    def said(self, values: dict[str, object]) -> str:
        """“Membership “Gold” corrected”."""
        return tr("Membership “{plan}” corrected").format(plan=values["plan"])


class RenewForm(PanelForm):
    """One more term of a membership, or its end."""

    def __init__(
        self,
        around: Surroundings,
        membership: Membership,
        ending: Ending,
        pause: Callable[[], None],
        give_up: Callable[[], None],
        correct: Callable[[], None],
    ) -> None:
        """The same term once more is written in already.

        ``pause`` opens the panel for a pause, ``give_up`` the one in which they say why they leave,
        ``correct`` the one in which a mistake is put right.
        """
        today = around.desk.today()
        quick = renewal_terms(membership, today)
        super().__init__(around, (_day("ends", tr("New last day"), today, quick),), ending)
        self.membership = membership
        self.version = membership.version
        self.heading = tr("Renew “{plan}”").format(plan=membership.draft.plan)
        self.save_words = tr("Renew")
        rest = Step(tr("Back from the pause"), self.resume) if self._rests() else Step(tr("Pause…"), pause)
        self.steps = (rest, Step(tr("They give it up…"), give_up), Step(tr("Correct…"), correct))
        self.typed["ends"] = quick[0].typed

    def check(self, values: dict[str, object]) -> None:
        """A renewal needs its last day."""
        if values["ends"] is None:
            raise Refused(tr("Write the new last day."), "ends")

    def write(self, values: dict[str, object]) -> Changes:
        """Let a new membership follow."""
        one = self.membership
        following = Following(cast("date", values["ends"]))
        return talks.renewed(self.around.desk, one.id, self.version, following)

    def said(self, values: dict[str, object]) -> str:
        """“Membership “Gold” renewed until 29 November 2027”."""
        until = write_day(cast("date", values["ends"]), self.around.desk.today())
        return tr("Membership “{plan}” renewed until {day}").format(
            plan=self.membership.draft.plan, day=until
        )

    def resume(self) -> None:
        """End the pause today."""
        desk, one = self.around.desk, self.membership
        self.work(
            lambda: memberships.resume(desk, one.id, self.version),
            tr("Membership “{plan}” goes on").format(plan=one.draft.plan),
        )

    def _rests(self) -> bool:
        until = self.membership.draft.paused_until
        return until is not None and until >= self.around.desk.today()


class GiveUpForm(PanelForm):
    """Why somebody gives a membership up."""

    def __init__(self, around: Surroundings, membership: Membership, ending: Ending) -> None:
        """The house's reasons are offered; another may be written, or none."""
        reasons = [Quick(one, one) for one in reasons_of(around.desk.house)]
        fields = (
            FieldSpec("reason", tr("Why"), hint=tr("Moved away"), span=WHOLE, quick=reasons),
            FieldSpec("words", tr("In their own words"), Kind.LONG, span=WHOLE),
        )
        super().__init__(around, fields, ending)
        self.membership, self.version = membership, membership.version
        self.heading = tr("They give “{plan}” up").format(plan=membership.draft.plan)
        self.save_words = tr("They give it up")
        self.begin(reason="", words="")

    def write(self, values: dict[str, object]) -> Changes:
        """Write down that they leave, and why."""
        why, words = str(values["reason"]), str(values["words"])
        one = self.membership
        return talks.leaving(self.around.desk, one.id, self.version, reason=why, words=words)

    def said(self, values: dict[str, object]) -> str:
        """“Membership “Gold” given up: Moved away”."""
        words, why = tr("Membership “{plan}” given up"), values["reason"]
        if why:
            words = tr("Membership “{plan}” given up: {why}")
        return words.format(plan=self.membership.draft.plan, why=why)


class PauseForm(PanelForm):
    """A membership that rests for some days, and ends so much later."""

    def __init__(self, around: Surroundings, membership: Membership, ending: Ending) -> None:
        """It rests from today unless somebody says otherwise."""
        today = around.desk.today()
        back = [Quick(_months_words(months), write_day(_eve(today, months), today)) for months in (1, 2, 3)]
        fields = (
            _day("paused_from", tr("From"), today),
            _day("paused_until", tr("Last day of the pause"), today, back),
        )
        super().__init__(around, fields, ending)
        self.membership, self.version = membership, membership.version
        self.heading = tr("Pause “{plan}”").format(plan=membership.draft.plan)
        self.save_words = tr("Pause")
        self.begin(paused_from=today, paused_until=None)

    def check(self, values: dict[str, object]) -> None:
        """A pause has a first and a last day."""
        for name in self.specs:
            if values[name] is None:
                raise Refused(tr("Write the day."), name)

    def write(self, values: dict[str, object]) -> Changes:
        """Let it rest."""
        first, last = cast("date", values["paused_from"]), cast("date", values["paused_until"])
        return memberships.pause(self.around.desk, self.membership.id, self.version, first, last)

    def said(self, values: dict[str, object]) -> str:
        """“Membership “Gold” rests until 29 November”."""
        until = write_day(cast("date", values["paused_until"]), self.around.desk.today())
        return tr("Membership “{plan}” rests until {day}").format(plan=self.membership.draft.plan, day=until)


def _eve(day: date, months: int) -> date:
    return add_months(day, months) - timedelta(days=1)


def renewal_terms(membership: Membership, today: date) -> list[Quick]:
    """The same term once more, then the usual ones, each from where the membership leaves off."""
    draft = membership.draft
    ends = running_end(draft, today) or today
    follows = max(ends + timedelta(days=1), today)
    usual = _quick_terms(follows, today)
    if draft.last_day is None:
        return usual
    term = term_of(draft)
    same = add_months(follows, term.months) if term.months else follows + timedelta(days=term.days)
    typed = write_day(same - timedelta(days=1), today)
    words = tr("same again: {day}").format(day=typed)
    return [Quick(words, typed), *(one for one in usual if one.typed != typed)]


def _quick_terms(starts: date, today: date) -> list[Quick]:
    found = []
    for months in _TERMS:
        typed = write_day(_eve(starts, months), today)
        found.append(Quick(_months_words(months), typed))
    return found


def _months_words(months: int) -> str:
    if months == 12:
        return tr("1 year")
    return tr("1 month") if months == 1 else tr("{n} months").format(n=months)


def _day(name: str, label: str, today: date, quick: Sequence[Quick] = ()) -> FieldSpec:
    return FieldSpec(
        name,
        label,
        hint=tr("29.11.2027"),
        quick=quick,
        read=lambda typed: read_day(str(typed), today),
        write=lambda value: write_day(cast("date | None", value), today),
    )
