"""What an import did, in sentences: the same on the command line and in the window."""

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import ChangeId
from frontdesk.domain.imports import BadRow, ImportReport, UndoneImport
from frontdesk.reports import imports


def undone(*kept: str, removed: int = 3) -> str:
    return imports.undone(UndoneImport(removed, kept, Changes(ChangeId(""), frozenset())))


def test_only_what_there_is_is_counted() -> None:
    assert imports.counts(ImportReport(new=1)) == "1 new"
    assert imports.counts(ImportReport()) == "0 new"


def test_everything_that_may_become_of_a_row() -> None:
    rows = tuple(BadRow(n, "why") for n in range(3))
    found = ImportReport(new=2000, same=3, bad=rows, conflicts=rows[:1], people_added=1)
    assert imports.counts(found) == "2000 new · 3 here already · 1 in conflict · 3 bad · 1 person added"


def test_a_trial_says_that_it_was_one() -> None:
    assert imports.summary(ImportReport(new=2, dry_run=True)) == [
        "2 new",
        "This was a trial: nothing has been brought in.",
    ]
    assert imports.summary(ImportReport(new=2)) == ["2 new"]


def test_what_to_do_about_bad_rows_is_said_once() -> None:
    rows = tuple(BadRow(n, "there is no name") for n in range(2, 5))
    said = imports.summary(ImportReport(new=2, bad=rows))
    advice = (
        "A bad row stays out whole. Mend it in the file and bring the file in again: "
        "rows that are here already are not doubled."
    )
    assert said == ["2 new · 3 bad", advice]
    assert imports.summary(ImportReport(new=2, bad=rows, dry_run=True))[2:] == said[1:]
    assert len(imports.summary(ImportReport(new=2, conflicts=rows))) == 1


def test_each_row_left_out_is_named_by_line() -> None:
    found = ImportReport(bad=(BadRow(9, "there is no name"),), conflicts=(BadRow(4, "card 7 is Aino's"),))
    assert imports.left_out(found) == ["Line 4: card 7 is Aino's", "Line 9: there is no name"]


def test_taking_back_says_who_stays() -> None:
    assert undone() == "3 rows taken back."
    assert undone("Aino", removed=1) == "1 row taken back. 1 person has changed since and stays: Aino."
    assert undone("A", "B", "C", "D", "E", "{F}", "G").endswith(
        "7 people have changed since and stay: A, B, C, D, E and 2 more."
    )
    assert undone("{names}").endswith("stays: {names}.")
