"""A note as a mail in the person's own mail program."""

from dataclasses import dataclass

from frontdesk.domain.mailto import LONGEST, mailto, without_text
from frontdesk.domain.notes import kind_words
from frontdesk.foundation.words import tr
from frontdesk.services.bench import NoteSheet
from frontdesk.services.notes import check_email


@dataclass(frozen=True, slots=True)
class Mail:
    """The link to open, what goes onto the clipboard because it is too long for one, and what to say."""

    link: str
    copied: str
    said: str


def letter(sheet: NoteSheet) -> Mail:
    """The mail of a note; raises Refused where there is no address or nothing is written."""
    person, words = sheet.person.draft, sheet.draft.words
    check_email(person, words)
    subject = sheet.house.name or kind_words(sheet.draft.kind)
    link = mailto(person.emails[0], subject, words)
    if len(link) > LONGEST:
        said = tr(
            "The mail program is opened. The words are long: paste them there. When it is sent, say so here."
        )
        return Mail(without_text(person.emails[0], subject), words, said)
    return Mail(link, "", tr("The mail program is opened. When the mail is sent, say so here."))
