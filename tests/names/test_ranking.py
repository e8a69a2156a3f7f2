"""Who stands first: what matches best, then who is likely at the desk."""

from datetime import date

from tests.names.houses import LAST_YEAR, YESTERDAY, found, house, person


def test_whole_word_beginning_misspelt() -> None:
    index = house("Karinen Ojala", "Kati Ojala", "Kari Ojala")
    assert found(index, "kari") == ["Kari Ojala", "Karinen Ojala", "Kati Ojala"]


def test_where_nobody_begins_so_inside_stands_before_misspelt() -> None:
    assert found(house("Sankari Ojala", "Kati Ojala"), "kari") == ["Sankari Ojala", "Kati Ojala"]


def test_a_whole_word_stands_before_a_busier_beginning() -> None:
    index = house(person(1, "Karinen", visit_count=500, last_visit=YESTERDAY), person(2, "Kari"))
    assert found(index, "kari") == ["Kari", "Karinen"]


def test_typed_marks_tell_two_people_apart() -> None:
    index = house(person(1, "Roder", last_visit=YESTERDAY), person(2, "Röder"))
    assert found(index, "röder") == ["Röder", "Roder"]


def test_without_typed_marks_the_likelier_of_two_comes_first() -> None:
    index = house(person(1, "Roder"), person(2, "Röder", last_visit=YESTERDAY))
    assert found(index, "roder") == ["Röder", "Roder"]


def test_doubled_letters_count_when_they_tell_two_people_apart() -> None:
    index = house(person(1, "Leena", last_visit=YESTERDAY), person(2, "Lena"))
    assert found(index, "lena") == ["Lena", "Leena"]
    assert found(index, "leena") == ["Leena", "Lena"]


def test_who_came_lately_stands_before_who_came_long_ago() -> None:
    index = house(
        person(1, "Matti A", last_visit=LAST_YEAR, visit_count=3),
        person(2, "Matti B", last_visit=YESTERDAY, visit_count=3),
    )
    assert found(index, "matti") == ["Matti B", "Matti A"]


def test_who_comes_often_stands_before_who_came_once() -> None:
    index = house(
        person(1, "Matti A", last_visit=YESTERDAY, visit_count=1),
        person(2, "Matti B", last_visit=YESTERDAY, visit_count=80),
    )
    assert found(index, "matti") == ["Matti B", "Matti A"]


def test_a_daily_guest_of_last_week_stands_before_a_single_visit_today() -> None:
    index = house(
        person(1, "Matti A", last_visit=date(2026, 11, 22), visit_count=1),
        person(2, "Matti B", last_visit=date(2026, 11, 15), visit_count=200),
    )
    assert found(index, "matti") == ["Matti B", "Matti A"]


def test_equals_stand_by_name_then_by_id() -> None:
    index = house(person(3, "Matti B"), person(2, "Matti C"), person(9, "Matti A"), person(4, "Matti A"))
    assert [hit.entry.id for hit in index.search("matti")] == [4, 9, 3, 2]


def test_the_archived_and_the_deceased_stand_last() -> None:
    index = house(
        person(1, "Kari Salo", archived=True, last_visit=YESTERDAY, visit_count=99),
        person(2, "Kari Oja", deceased=True, last_visit=YESTERDAY),
        person(3, "Karinen"),
    )
    assert found(index, "kari") == ["Karinen", "Kari Salo", "Kari Oja"]


def test_but_before_people_who_are_only_a_guess() -> None:
    index = house(person(1, "Kari Salo", archived=True), person(2, "Kati Salo", last_visit=YESTERDAY))
    assert found(index, "kari") == ["Kari Salo", "Kati Salo"]


def test_words_in_the_typed_order_stand_before_the_other_order() -> None:
    index = house(person(1, "Krishnan Raman", last_visit=YESTERDAY), person(2, "Raman Krishnan"))
    assert found(index, "raman krishnan") == ["Raman Krishnan", "Krishnan Raman"]


def test_the_likely_ones_are_found_among_very_many() -> None:
    crowd = [person(id, f"Matti Virtanen {id}") for id in range(1, 3_000)]
    index = house(*crowd, person(5_000, "Matti Virtanen", last_visit=YESTERDAY, visit_count=9))
    assert [index.search(typed)[0].entry.id for typed in ("m", "v", "matti", "m v", "virtanen matti")] == [
        5_000
    ] * 5
