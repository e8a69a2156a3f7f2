"""How people come, in figures worked out by hand."""

from datetime import date

from frontdesk.insights.visiting import Visiting, visiting


def day(number: int) -> date:
    return date(2026, 11, number)


def test_an_empty_house_has_no_figures() -> None:
    assert visiting([]) == Visiting()


def test_each_person_counts_once_however_often_they_come() -> None:
    # One comes every 2 days, one every 10, one came once: the median of 2 and 10 is 6.
    often = [(1, day(1)), (1, day(3)), (1, day(5)), (1, day(7))]
    seldom = [(2, day(2)), (2, day(12))]
    found = visiting([*often, *seldom, (3, day(20))])
    assert found.people == 3
    assert found.visits == 7
    assert found.came_once == 1
    assert found.days_between == 6
    assert (found.first, found.last) == (day(1), day(20))


def test_twice_on_one_day_is_one_day_of_coming() -> None:
    found = visiting([(1, day(1)), (1, day(1))])
    assert found.visits == 2
    assert found.came_once == 1
    assert found.days_between is None


def test_the_busiest_weekday_is_counted_by_visits() -> None:
    # 2 November 2026 is a Monday, the 4th a Wednesday.
    found = visiting([(1, day(2)), (2, day(4)), (3, day(4)), (4, day(11))])
    assert found.busiest == 2
