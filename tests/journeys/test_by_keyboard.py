"""No mouse: every control is reached by Tab, worked by keys, and left by Esc; the focus is never lost."""

from pathlib import Path

import pytest

from frontdesk.app import open_house
from tests.journeys.places import EVERYWHERE, ON_CARD, Place
from tests.support.driving import Program, Receptionist
from tests.support.tabbing import goes_round, passed_over

pytestmark = pytest.mark.gui

AINO = "Aino Virtanen"


@pytest.mark.parametrize("place", [*EVERYWHERE, *ON_CARD], ids=lambda place: place.name)
def test_tab_comes_by_every_control_and_esc_goes_back(anna: Receptionist, place: Place) -> None:
    place.is_reached(anna, AINO)
    comes_by_everything(anna)
    for _ in range(3):  # out of the field, out of the form, back to the search box
        anna.presses("Esc")
        anna.sits_down()
    anna.is_at("Search people")


def comes_by_everything(anna: Receptionist) -> None:
    forwards = goes_round(anna)
    assert passed_over(anna, forwards) == []
    assert set(goes_round(anna, "Shift+Tab")) == set(forwards)


def test_tab_comes_by_a_file_to_bring_in_and_what_became_of_it(anna: Receptionist, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(
        "Name;Born\nVeikko Aalto;1.2.1990\nLiisa Aalto;30.1.1992\nPekka Niemi;31.2.1990\n", encoding="utf-8"
    )
    anna.ask.files.append(file)
    anna.presses("Ctrl+,")
    anna.does("Bring in customers")
    anna.sees("people.csv", "Born")
    comes_by_everything(anna)
    anna.tabs_to("Try it first")
    anna.presses("Space")
    anna.sees("2 new · 1 bad", "This was a trial")
    comes_by_everything(anna)
    anna.tabs_to("Rows that did not come in")
    anna.presses("Esc")
    anna.is_at("Search people")


def test_a_membership_and_a_yearly_day_are_written_down(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.tabs_to("Add a membership")
    anna.presses("Enter")
    anna.is_at("Plan")
    anna.types("Swim")
    anna.tabs_to("Last day: 1 month")
    anna.presses("Right", "Space")
    anna.tabs_to("Renews itself")
    anna.presses("Space")
    anna.tabs_to("Add it")
    anna.presses("Enter")
    anna.sees("Membership “Swim” begun", "renews itself")
    anna.tabs_to("Add a day or news")
    anna.presses("Space")
    anna.is_at("What day is it?")
    anna.types("Name day")
    anna.tabs_to("Day")
    anna.types("10 May")
    anna.presses("Enter")
    anna.sees("Written down: Name day")


def test_a_visit_is_taken_back_although_letters_stand_in_the_search_box(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged for Aino Virtanen.")
    anna.presses("Esc")
    anna.is_at("Search people")
    anna.types("boldly")
    anna.presses("Ctrl+Z")
    anna.sees("Taken back: Visit logged for Aino Virtanen.")


def test_a_request_is_written_down_and_closed(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+R")
    anna.is_at("What do they ask for?")
    anna.types("A towel")
    anna.tabs_to("Promised to them for: …")
    anna.presses("Right", "Enter")
    anna.chooses("What did we say?", "yes")
    anna.tabs_to("Exception made, not a new rule")
    anna.presses("Space")
    anna.chooses("Who sees to it", "Anna")
    anna.tabs_to("Save")
    anna.presses("Enter")
    anna.sees("Request written down: A towel")
    anna.tabs_to("Locker 12…")
    anna.presses("Down")
    anna.is_at("A towel…")
    anna.presses("Enter")
    anna.tabs_to("What became of it")
    anna.types("Given at once")
    anna.tabs_to("Done with")
    anna.presses("Enter")
    anna.sees("Request closed: A towel")


def test_a_visit_is_written_about_on_its_row(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.tabs_to("Visit: …")
    anna.presses("Enter")
    anna.is_at("How did it go?")
    anna.types(" and lighter")
    anna.presses("Tab", "Tab")
    anna.is_at("Amount")
    anna.presses("Ctrl+A")
    anna.types("14.00")
    anna.presses("Tab")
    anna.tabs_to("Done with this visit")
    anna.presses("Enter")
    anna.sees("knee is better and lighter", "14,00")
    anna.is_at("Visit: …")


def test_every_kind_of_field_on_the_card_is_written(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+E")
    anna.fills("Nickname", "Ainuska")
    anna.tabs_to("Phone numbers, one more")
    anna.types("050 111 2222")
    anna.presses("Tab")
    anna.is_at("Phone numbers, one more")
    anna.chooses("Likes to be reached", "by e-mail")
    anna.fills("Likes", "the shade")
    anna.tabs_to("Has died")
    anna.presses("Space")
    anna.sees("Has died: saved for Aino Virtanen")
    anna.presses("Ctrl+Z")
    anna.sees("Taken back: Has died: saved for Aino Virtanen")
    anna.tabs_to("Done")
    anna.presses("Enter")
    anna.sees("Ainuska", "050 111 2222", "Rather by e-mail", "the shade")
    anna.is_at("Search people")


def test_every_card_of_the_settings_is_worked(anna: Receptionist) -> None:
    anna.presses("Ctrl+,")
    anna.is_at("Name")
    anna.fills("Name", "Seaside Gym")
    anna.fills("Time zone", "Europe/Tallinn")
    anna.chooses("Country", "Estonia")
    anna.chooses("Paper", "Letter")
    anna.tabs_to("Name of somebody new")
    anna.types("Joonas")
    anna.presses("Enter")
    anna.sees("Joonas was added")
    anna.is_at("Name of somebody new")
    anna.tabs_to("Has left: Joonas")
    anna.presses("Space")
    anna.sees("Joonas has left", "no longer here")
    anna.is_at("Is back: Joonas")
    anna.fills("Birthdays: days before", "5")
    anna.chooses("29 February, in a year without one", "1 March")
    anna.tabs_to("The house in figures")
    anna.presses("Enter")
    anna.tabs_to("Back up now")
    anna.presses("Enter")
    anna.sees("Seaside Gym", "Backup just now")
    anna.presses("Esc")
    anna.is_at("Search people")


def test_what_is_to_be_done_today_is_ticked_opened_and_put_off(anna: Receptionist) -> None:
    anna.presses("Alt+2")
    anna.sees("2 to do")
    anna.presses("Ctrl+T")
    anna.until(lambda: "Skip" in anna.choices(), "nothing was offered")
    anna.presses("Esc")
    anna.sits_down()
    anna.presses("Space")
    anna.sees("2 done")
    anna.presses("Enter")
    anna.sees("Add a membership")


def test_what_became_of_somebodys_reminder_is_looked_up_and_taken_back(anna: Receptionist) -> None:
    anna.presses("Alt+2")
    anna.sees("Print the list")
    anna.presses("Ctrl+H")
    anna.sees("In the last 30 days: 2 done · 2 open")
    anna.chooses("What became of it", "done")
    anna.tabs_to("What became of each reminder")
    anna.presses("Enter")
    anna.sees("Add a membership")
    anna.does("What became of their reminders")
    anna.sees("Aino Virtanen, in the last 365 days: 2 done · 2 open")
    anna.presses("Ctrl+B")
    anna.sees("Not done after all: Aino Virtanen", "1 done · 3 open")
    anna.presses("Ctrl+Z")
    anna.sees("Taken back: Not done after all: Aino Virtanen", "2 done · 2 open")
    anna.presses("Ctrl+H")
    anna.sees("Print the list")


def test_the_preview_is_worked(anna: Receptionist, tmp_path: Path) -> None:
    anna.presses("Alt+2", "Ctrl+P")
    anna.sees("1 page")
    anna.chooses("Paper", "Letter")
    anna.chooses("Size on the screen", "Whole page")
    anna.tabs_to("Short: no notes or phone numbers")
    anna.presses("Space")
    anna.ask.files.append(tmp_path / "today.pdf")
    anna.tabs_to("Save as PDF…")
    anna.presses("Space")
    anna.sees("Saved as today.pdf")
    anna.presses("Ctrl+L")
    anna.sits_down()
    anna.sees("Press any key to go on")
    anna.presses("Space")
    anna.misses("Press any key to go on")
    goes_round(anna)


def test_bars_and_sheets_are_worked(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged for Aino Virtanen.")
    anna.tabs_to("Undo")
    anna.presses("Enter")
    anna.sees("Taken back: Visit logged for Aino Virtanen.")
    anna.tabs_to("I have read it")
    anna.presses("Space")
    anna.misses("Taken back")
    anna.tabs_to("keys")
    anna.presses("Enter")
    anna.is_at("Close")
    anna.presses("PgDown", "Space")
    anna.is_at("keys")
    anna.tabs_to("all actions")
    anna.presses("Enter")
    anna.is_at("What would you like to do?")
    anna.presses("Down", "Up", "Esc")
    anna.is_at("all actions")
    anna.tabs_to("Draw the curtain")
    anna.presses("Enter")
    anna.sees("Press any key to go on")
    anna.presses("Tab")
    anna.is_at("Draw the curtain")
    anna.tabs_to("Desk")
    anna.presses("Down")
    anna.presses("Enter")
    anna.sees("Print the list")


def test_tab_comes_by_everything_before_a_house_is_open(program: Program, place: str) -> None:
    anna = program.start(open_house, place, wait=False)
    anna.sees("No house yet")
    anna.is_at("New house")
    comes_by_everything(anna)
    anna.presses("Esc")
    anna.is_at("Search people")
    anna.tabs_to("New house")
    anna.presses("Space")
    anna.sees("Nobody is here yet.")
