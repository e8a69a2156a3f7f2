"""Whoever is open on the right: the card, and what is being written on it."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import CustomerId, VisitId
from frontdesk.domain.memberships import Membership
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import customers, photos, staff
from frontdesk.services.customers import Card
from frontdesk.ui.kit.runner import Latest
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms import customer, visit
from frontdesk.ui.rooms.desk.forms.call import CallForm
from frontdesk.ui.rooms.desk.forms.kept import KeptForm
from frontdesk.ui.rooms.desk.forms.membership import (
    CorrectionForm,
    GiveUpForm,
    MembershipForm,
    PauseForm,
    RenewForm,
)
from frontdesk.ui.rooms.desk.forms.occasion import OccasionEnd, OccasionForm
from frontdesk.ui.rooms.desk.forms.panel import Ending, PanelForm
from frontdesk.ui.rooms.desk.forms.request import RequestForm
from frontdesk.ui.rooms.desk.words.belongings import next_to_renew
from frontdesk.ui.rooms.desk.words.card import CardWords, card_words
from frontdesk.ui.rooms.desk.words.visits import VisitWords, visit_words


class Part(StrEnum):
    """What has to be shown again."""

    COLUMN = "column"
    RIGHT = "right"
    FORM = "form"
    PANEL = "panel"
    VISIT = "visit"


Look = Callable[[Part], None]


class OpenPerson:
    """One person on the right of the room.

    ``panel`` is the small form that is open within the card, ``visit`` the one on the row of the visit
    ``visit_id``, ``editing`` that of the whole card.
    """

    def __init__(
        self, around: Surroundings, card: Card, look: Look, gone: Callable[["OpenPerson"], None]
    ) -> None:
        """``look`` is told which part has to be shown again; ``gone`` when this person is no more."""
        self._around, self._look, self._gone = around, look, gone
        self._reading = Latest()
        self.panel: PanelForm | None = None
        self.visit: KeptForm | None = None
        self.visit_id: VisitId | None = None
        self.just_logged = False
        self.editing: KeptForm | None = None
        self.photo_trouble = ""
        self.card = card
        self.words: CardWords = card_words(card, around.desk.house)
        self.visits: tuple[VisitWords, ...] = visit_words(card, around.desk.house)

    @property
    def id(self) -> CustomerId:
        """Who it is."""
        return self.card.customer.id

    @property
    def unfinished(self) -> bool:
        """Whether something was typed that is kept nowhere else yet."""
        written = any(not form.settled for form in (self.editing, self.visit) if form is not None)
        return written or (self.panel is not None and self.panel.touched)

    @property
    def half_written(self) -> bool:
        """Whether something stands here that will not be kept by itself: a small form, a field gone wrong."""
        forms = [form for form in (self.editing, self.visit) if form is not None]
        wrong = any(form.errors or form.conflicts for form in forms)
        return wrong or (self.panel is not None and self.panel.touched)

    def put_aside(self) -> None:
        """Somebody else is opened: leave the fields, and keep only the forms that are not done."""
        for form in (self.editing, self.visit):
            if form is not None:
                form.commit()
                form.aside = True
        if self.editing is not None and self.editing.settled:
            self.editing = None
        if self.visit is not None and self.visit.settled:
            self.visit, self.visit_id = None, None

    def come_back(self) -> None:
        """Be shown again, with what was not done."""
        for form in (self.editing, self.visit):
            if form is not None:
                form.aside = False

    def show(self, card: Card) -> None:
        """The card was read again; what is being typed stays."""
        house = self._around.desk.house
        self.card = card
        self.words, self.visits = card_words(card, house), visit_words(card, house)
        if self.editing is not None:
            self.editing.reread(customer.values_of(card.customer), card.customer.version)
        if self.visit is not None:
            written = next((one for one in card.visits if one.id == self.visit_id), None)
            if written is None:
                self.visit, self.visit_id = None, None
            else:
                self.visit.reread(visit.values_of(written), written.version)
        self._look(Part.RIGHT)

    def reread(self) -> None:
        """Read the card again."""
        desk, person = self._around.desk, self.id

        def failed(error: DeskError) -> None:
            if isinstance(error, Gone):
                self._gone(self)
            else:
                self._around.tell(error)

        self._around.worker.run(lambda: customers.card(desk, person), self.show, failed, latest=self._reading)

    def write_visit(self, visit_id: VisitId, *, just_logged: bool = False) -> None:
        """Let something be written about a visit: on its row, or where it was logged just now."""
        written = next((one for one in self.card.visits if one.id == visit_id), None)
        if written is not None:
            if self.visit is not None:
                self.visit.commit()
            self.visit_id, self.just_logged = visit_id, just_logged
            self.visit = visit.visit_form(self._around, written, lambda: self._look(Part.VISIT))
            self._look(Part.RIGHT)

    def leave_visit(self) -> None:
        """The row of the visit shows words again; what could not be saved keeps it open."""
        if self.visit is not None:
            self.visit.commit()
            if self.visit.errors or self.visit.conflicts:
                return
        self.visit, self.visit_id = None, None
        self._look(Part.RIGHT)

    def edit(self) -> None:
        """Show every field of the card."""
        if self.editing is None:
            self.editing = customer.customer_form(
                self._around, self.card.customer, self.card.staff, lambda: self._look(Part.FORM)
            )
        self._look(Part.RIGHT)

    def stop_editing(self) -> None:
        """Back to the card; what could not be saved is tried once more, and keeps the form open."""
        form = self.editing
        if form is not None:
            form.commit()
            form.retry()
            if form.errors or form.conflicts:
                self._look(Part.FORM)
                return
        self.editing = None
        self._look(Part.RIGHT)

    def ask(self, request_id: int | None = None) -> None:
        """Open the panel for a new request, or for one that is written down."""
        desk = self._around.desk
        self._around.worker.run(
            lambda: staff.everyone(desk), lambda members: self._open_request(members, request_id)
        )

    def put_on_call_list(self) -> None:
        """Open the panel in which they are put on the call list."""
        desk = self._around.desk
        self._around.worker.run(
            lambda: staff.everyone(desk),
            lambda members: self._open(CallForm(self._around, self.id, members, self._ending())),
        )

    def _open_request(self, members: tuple[StaffMember, ...], request_id: int | None) -> None:
        known = next((one for one in self.card.requests if one.id == request_id), None)
        self._open(RequestForm(self._around, self.id, members, self._ending(), known))

    def add_membership(self) -> None:
        """Open the panel for a new membership."""
        self._open(MembershipForm(self._around, self.id, self.card.plans, self._ending()))

    def renew(self, membership_id: int | None = None) -> None:
        """Open the panel to renew a membership: the one that ends soonest where none is named."""
        one = next((m for m in self.card.memberships if m.id == membership_id), None)
        one = one or next_to_renew(self.card.memberships, self.card.today)
        if one is not None and one.draft.ended_why is None:
            self._open(
                RenewForm(
                    self._around,
                    one,
                    self._ending(),
                    pause=partial(self._on_membership, PauseForm, one),
                    give_up=partial(self._on_membership, GiveUpForm, one),
                    correct=partial(self._correct, one),
                )
            )

    def _on_membership(self, form: type[PauseForm | GiveUpForm], one: Membership) -> None:
        self._open(form(self._around, one, self._ending()))

    def _correct(self, one: Membership) -> None:
        self._open(CorrectionForm(self._around, one, self.card.plans, self._ending()))

    def add_occasion(self) -> None:
        """Open the panel for a new yearly day."""
        self._open(OccasionForm(self._around, self.id, self._ending()))

    def open_occasion(self, occasion_id: int) -> None:
        """Open the panel in which a yearly day can be taken away."""
        for one in self.card.occasions:
            if one.id == occasion_id:
                self._open(OccasionEnd(self._around, one, self._ending()))

    def close_panel(self) -> None:
        """Give up what stands in the panel."""
        self.panel = None
        self._look(Part.RIGHT)

    def put_photo(self, path: Path) -> None:
        """Keep the picture in a file as the photo."""
        desk, name = self._around.desk, self.words.face.name
        self._change_photo(
            lambda: photos.put(desk, self.id, _picture(path)), tr("Photo of {name} kept").format(name=name)
        )

    def take_photo_away(self) -> None:
        """Show the monogram again."""
        desk, name = self._around.desk, self.words.face.name
        self._change_photo(
            lambda: photos.take_away(desk, self.id), tr("Photo of {name} taken away").format(name=name)
        )

    def archive(self) -> None:
        """Put the card away, or bring it back; nothing is deleted."""
        desk, now = self._around.desk, self.card.customer
        version, name = now.version, now.draft.name
        if now.draft.archived:
            said = tr("{name} is back from the archive").format(name=name)
            self._write(lambda: customers.bring_back(desk, self.id, version), said)
        else:
            said = tr("{name} is in the archive").format(name=name)
            self._write(lambda: customers.archive(desk, self.id, version), said)

    def _open(self, panel: PanelForm) -> None:
        """Show a panel; one of its kind in which something stands already is left as it is."""
        now = self.panel
        if now is not None and now.touched and (type(now), now.heading) == (type(panel), panel.heading):
            return
        self.panel = panel
        if self.editing is not None:
            self.stop_editing()
        self._look(Part.RIGHT)

    def _ending(self) -> Ending:
        return Ending(lambda: self._look(Part.PANEL), self._on_kept, self.close_panel)

    def _on_kept(self, sentence: str, changes: Changes) -> None:
        self._around.offer_undo(sentence, changes.id)
        self.close_panel()

    def _write(self, work: Callable[[], Changes], sentence: str) -> None:
        """Write something at once; where another desk came first, show what it did, to be judged anew."""

        def failed(error: DeskError) -> None:
            self._around.tell(error)
            self.reread()

        self._around.worker.run(work, lambda changes: self._around.offer_undo(sentence, changes.id), failed)

    def _change_photo(self, work: Callable[[], Changes], sentence: str) -> None:
        self.photo_trouble = ""

        def failed(error: DeskError) -> None:
            self.photo_trouble = str(error)
            self._look(Part.FORM)

        def done(changes: Changes) -> None:
            self._around.offer_undo(sentence, changes.id)
            self._look(Part.FORM)

        self._around.worker.run(work, done, failed)


def _picture(path: Path) -> bytes:
    """What is in a file, as far as a photo can be; raises Refused where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(photos.LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(tr("This file cannot be read. Nothing was changed.")) from error
