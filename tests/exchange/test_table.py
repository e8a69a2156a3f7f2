"""Rows of a text file with their lines: what stands between columns, quotes, and rows that do not fit."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.imports import BadRow
from frontdesk.exchange.table import LONGEST_CELL, Row, Table
from frontdesk.foundation.errors import DeskError, Refused
from tests.exchange.files import a_file


def rows(file: Path, *, header: bool = True, delimiter: str | None = None) -> list[Row | BadRow]:
    return list(Table(file, delimiter).rows(header=header))


def good(file: Path, *, header: bool = True, delimiter: str | None = None) -> list[tuple[str, ...]]:
    found = rows(file, header=header, delimiter=delimiter)
    return [row.cells for row in found if isinstance(row, Row)]


def bad(file: Path, *, header: bool = True) -> dict[int, str]:
    return {row.line: row.reason for row in rows(file, header=header) if isinstance(row, BadRow)}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    lines = ["name", "amount", "note"], ["Anna", "12", "tea, hot; or | not"], ["Pekka", "3", ""]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    file = a_file(tmp_path, out.getvalue(), "people.txt")
    assert Table(file).delimiter == delimiter
    assert good(file) == [tuple(line) for line in lines[1:]]


def test_a_semicolon_parts_columns_where_the_comma_is_for_cents(tmp_path: Path) -> None:
    assert good(a_file(tmp_path, "1,50;2,00\n3,25;4,75\n"), header=False) == [
        ("1,50", "2,00"),
        ("3,25", "4,75"),
    ]


def test_a_name_that_says_tab_separated_is_believed(tmp_path: Path) -> None:
    file = a_file(tmp_path, "name\tnote\nAnna\ta,b,c\n", "people.tsv")
    assert good(file) == [("Anna", "a,b,c")]


def test_columns_lined_up_by_spaces_are_found(tmp_path: Path) -> None:
    file = a_file(
        tmp_path, " 00004 0001 19970101  2   29.33\r\n 00021 0002 19970101 30    3.34\r\n", "sales.txt"
    )
    assert Table(file).delimiter == " "
    assert good(file, header=False)[1] == ("00021", "0002", "19970101", "30", "3.34")


def test_columns_lined_up_under_headings_are_found_and_a_broken_row_changes_nothing(tmp_path: Path) -> None:
    rows_alike = "".join(f"{n:5} 19970101   3.50\n" for n in range(30))
    table = Table(a_file(tmp_path, f" card     date amount\n{rows_alike}  99 19970101\n", "sales.txt"))
    assert table.delimiter == " "
    assert bad(table.path) == {32: "2 cells in 3 columns"}


def test_numbers_at_the_end_of_addresses_are_no_column(tmp_path: Path) -> None:
    addresses = ["Kuja 1", "Tie 2", "Pitkä Kuja 3", "Old Mill Road 4"]
    assert Table(a_file(tmp_path, "\n".join(addresses))).delimiter == ","


def test_a_stray_quote_does_not_hide_the_delimiter(tmp_path: Path) -> None:
    assert Table(a_file(tmp_path, 'name;note\nAnna;"tea\nPekka;x\nLiisa;y\n')).delimiter == ";"


def test_spaces_within_names_part_no_columns(tmp_path: Path) -> None:
    assert good(a_file(tmp_path, "name\nAnna Korhonen\nPekka Oja\n")) == [("Anna Korhonen",), ("Pekka Oja",)]
    assert good(a_file(tmp_path, "Anna Korhonen\nPekka Oja\n"), header=False) == [
        ("Anna Korhonen",),
        ("Pekka Oja",),
    ]


@pytest.mark.parametrize(
    ("given", "meant"),
    [("tab", "\t"), ("\\t", "\t"), ("space", " "), (" ", " "), ("  ", " "), ("semicolon", ";"), ("%", "%")],
)
def test_a_delimiter_can_be_given_by_its_name(tmp_path: Path, given: str, meant: str) -> None:
    assert Table(a_file(tmp_path, "a\n"), given).delimiter == meant


@pytest.mark.parametrize("given", ["", "::", '"', "colon"])
def test_what_cannot_part_columns_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(Refused):
        Table(a_file(tmp_path, "a\n"), given)


def test_excels_own_first_line_names_the_delimiter(tmp_path: Path) -> None:
    file = a_file(tmp_path, "sep=|\nname|note\nAnna|a,b,c\n")
    assert rows(file) == [Row(3, ("Anna", "a,b,c"))]


def test_comments_at_the_top_are_passed_over_and_counted(tmp_path: Path) -> None:
    table = Table(a_file(tmp_path, "# a list\n# of two, people\nname\n#1 Anna\n"))
    assert table.comments == 2
    assert list(table.rows(header=True)) == [Row(4, ("#1 Anna",))]


def test_a_heading_may_be_a_number_sign(tmp_path: Path) -> None:
    table = Table(a_file(tmp_path, "#,name\n1,Anna\n"))
    assert (table.comments, table.first) == (0, ("#", "name"))


def test_nothing_is_guessed_about_what_is_in_a_cell(tmp_path: Path) -> None:
    file = a_file(tmp_path, "card,name,phone\n00042,NA,0401234567\n1e5,null,\n")
    assert good(file) == [("00042", "NA", "0401234567"), ("1e5", "null", "")]


def test_a_cell_in_quotes_may_run_over_lines_and_the_lines_stay_right(tmp_path: Path) -> None:
    file = a_file(tmp_path, 'name,note\n"Oja, Pekka","tea\nno sugar, ""hot"""\nAnna,x\n')
    assert rows(file) == [Row(2, ("Oja, Pekka", 'tea\nno sugar, "hot"')), Row(4, ("Anna", "x"))]


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    file = a_file(tmp_path, 'name,note\nAnna,"tea\nPekka,x\nLiisa,y\n')
    assert bad(file) == {2: "a quotation mark is opened and not closed"}
    assert good(file) == [("Pekka", "x"), ("Liisa", "y")]


def test_a_quote_closed_by_a_later_row_costs_no_row_between(tmp_path: Path) -> None:
    file = a_file(tmp_path, 'name,note\nAnna,"tea\nPekka,x\nLiisa,y\nMatti,"z"\n')
    assert bad(file) == {2: "a quotation mark is opened and not closed"}
    assert good(file) == [("Pekka", "x"), ("Liisa", "y"), ("Matti", "z")]


def test_an_open_quote_that_swallows_cells_costs_no_row_between(tmp_path: Path) -> None:
    file = a_file(tmp_path, 'name,note\nAnna,"tea\nPekka,x\nLiisa","y"\n')
    assert bad(file) == {2: "a quotation mark is opened and not closed"}
    assert good(file) == [("Pekka", "x"), ('Liisa"', "y")]


def test_a_quote_closed_too_far_down_was_never_meant_to_be(tmp_path: Path) -> None:
    many = "Pekka,x\n" * LONGEST_CELL
    file = a_file(tmp_path, f'name,note\nAnna,"tea\n{many}Liisa"\n')
    assert list(bad(file)) == [2, 3 + LONGEST_CELL]
    assert len(good(file)) == LONGEST_CELL


def test_an_open_quote_far_from_any_other_is_given_up(tmp_path: Path) -> None:
    many = "Pekka,x\n" * (LONGEST_CELL * 3)
    file = a_file(tmp_path, f'name,note\nAnna,"tea\n{many}')
    assert list(bad(file)) == [2]
    assert len(good(file)) == LONGEST_CELL * 3


def test_a_quote_in_the_middle_of_a_quoted_cell_is_reported(tmp_path: Path) -> None:
    file = a_file(tmp_path, 'name,note\n"Anna" Korhonen,x\nPekka "Pekko" Oja,y\n')
    assert list(bad(file)) == [2]
    assert good(file) == [('Pekka "Pekko" Oja', "y")]


def test_rows_of_another_width_are_reported_with_line_and_reason(tmp_path: Path) -> None:
    file = a_file(tmp_path, "name,phone,note\nAnna,040\nPekka,050,x,y\nLiisa,060,z\n")
    assert bad(file) == {2: "2 cells in 3 columns", 3: "4 cells in 3 columns"}
    assert good(file) == [("Liisa", "060", "z")]


def test_empty_cells_too_many_and_empty_rows_do_no_harm(tmp_path: Path) -> None:
    file = a_file(tmp_path, "name,phone,\n\nAnna,040,,,\nPekka,050\n,,\n   \nLiisa,060,x\n")
    assert rows(file) == [
        Row(3, ("Anna", "040", "")),
        Row(4, ("Pekka", "050", "")),
        Row(7, ("Liisa", "060", "x")),
    ]


def test_without_headings_most_rows_say_how_many_columns_there_are(tmp_path: Path) -> None:
    file = a_file(tmp_path, "Anna\nPekka,050\nLiisa,060\n")
    assert bad(file, header=False) == {1: "1 cells in 2 columns"}


def test_a_cell_beyond_all_measure_costs_one_row(tmp_path: Path) -> None:
    file = a_file(tmp_path, f"name,note\nAnna,{'x' * 140_000}\nPekka,y\n")
    assert bad(file) == {2: "a cell is longer than 131072 characters"}
    assert good(file) == [("Pekka", "y")]


def test_a_table_can_be_read_again(tmp_path: Path) -> None:
    table = Table(a_file(tmp_path, "name\nAnna\n"))
    assert list(table.rows(header=True)) == list(table.rows(header=True)) == [Row(2, ("Anna",))]


def test_a_file_of_comments_alone_has_no_rows(tmp_path: Path) -> None:
    table = Table(a_file(tmp_path, "# nobody yet\n"))
    assert (table.first, list(table.rows(header=True)), list(table.rows(header=False))) == ((), [], [])


def test_a_file_taken_away_while_it_is_read_is_told(tmp_path: Path) -> None:
    file = a_file(tmp_path, "name\nAnna\n")
    table = Table(file)
    file.unlink()
    with pytest.raises(DeskError, match="cannot be read"):
        list(table.rows(header=True))


CELL = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=8).filter(
    lambda text: text.count("\n") < 5
)


@given(
    lines=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
)
def test_every_table_that_is_written_comes_back(
    lines: list[list[str]], delimiter: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
        [["one", "two", "three"], *lines]
    )
    file = a_file(tmp_path_factory.getbasetemp(), out.getvalue(), "written.csv")
    kept = [tuple(line) for line in lines if any(cell.strip() for cell in line)]
    assert good(file, delimiter=delimiter) == kept
    assert bad(file) == {} or delimiter == "\t"


@given(text=st.text(st.sampled_from('ab",;\n\t |#=')))
def test_no_row_is_lost_unless_it_is_reported(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = a_file(tmp_path_factory.getbasetemp(), text or " ", "odd.csv")
    table = Table(file)
    found = list(table.rows(header=False))
    assert [row.line for row in found] == sorted({row.line for row in found})
    reached = {n for row in found for n in range(row.line, row.line + _lines_of(row))}
    skipped = table.comments + (1 if text.lower().startswith("sep=") else 0)
    for number, line in enumerate(text.split("\n"), start=1):
        if number > skipped and any(c in "ab" for c in line):
            assert number in reached


def _lines_of(row: Row | BadRow) -> int:
    return 1 if isinstance(row, BadRow) else 1 + sum(cell.count("\n") for cell in row.cells)
