"""Counts worth a word."""

import pytest

from frontdesk.domain.milestones import is_milestone, is_year_milestone, next_milestone


def test_visits_worth_a_word_are_10_25_50_100_and_every_further_hundredth() -> None:
    assert [n for n in range(-5, 501) if is_milestone(n)] == [10, 25, 50, 100, 200, 300, 400, 500]


def test_years_worth_a_word_are_1_2_3_5_10_and_every_further_fifth() -> None:
    assert [n for n in range(-5, 41) if is_year_milestone(n)] == [1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40]


@pytest.mark.parametrize(("so_far", "coming"), [(9, 10), (99, 100), (1099, 1100)])
def test_the_visit_before_knows_what_the_next_one_makes(so_far: int, coming: int) -> None:
    assert next_milestone(so_far) == coming


@pytest.mark.parametrize("so_far", [0, 8, 10, 98, 100, 149])
def test_most_visits_make_nothing_special(so_far: int) -> None:
    assert next_milestone(so_far) is None
