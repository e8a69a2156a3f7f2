"""What a reminder was about, and why it went, when its day is over."""

from datetime import date

import pytest

from frontdesk.domain import past
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.ledger import Entry
from frontdesk.domain.reminders import Rule

DAY = date(2026, 11, 22)


def an_entry(rule: Rule, stage: str, **fields: object) -> Entry:
    return Entry((stage, 1, DAY), rule, DAY, CustomerId(1), "Aino", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "stage", "number", "label", "text"),
    [
        (Rule.BIRTHDAY, "birthday", 40, "", "turned 40"),
        (Rule.BIRTHDAY, "birthday", None, "", "birthday"),
        (Rule.RENEWAL, "renewal-14", 14, "Gold", "renewal of “Gold”, 14 days before its end"),
        (Rule.RENEWAL, "renewal-1", 1, "Gold", "renewal of “Gold”, 1 day before its end"),
        (Rule.RENEWAL, "renewal-0", 0, "{n}", "renewal of “{n}”, on its last day"),
        (Rule.RENEWAL, "renewal+14", -14, "Gold", "renewal of “Gold”, 14 days after its end"),
        (Rule.RENEWAL, "renewal-again", 3, "Gold", "renewal of “Gold”, asked again as agreed"),
        (Rule.OVERDUE, "overdue", 7, "", "had not come for longer than usual (every 7 days)"),
        (Rule.OVERDUE, "sleeping", 1, "", "had not come for a long time (every day)"),
        (Rule.OVERDUE, "lost", 7, "", "had stayed away for very long (every 7 days)"),
        (Rule.SECOND_VISIT, "second visit", None, "", "had come once"),
        (Rule.MILESTONE, "visits-10", 10, "", "10th visit ahead"),
        (Rule.MILESTONE, "years-1", 1, "", "1 year with us"),
        (Rule.OCCASION, "occasion", None, "name day", "name day"),
        (Rule.OCCASION, "occasion", 10, "wedding day", "wedding day, 10 years"),
        (Rule.REQUEST, "request", None, "Locker 12", "asked for Locker 12"),
    ],
)
def test_every_rule_has_its_words(rule: Rule, stage: str, number: int | None, label: str, text: str) -> None:
    assert past.about(an_entry(rule, stage, number=number, label=label)) == text


@pytest.mark.parametrize("rule", list(Rule))
def test_there_is_a_reason_for_every_rule_that_is_no_longer_so(rule: Rule) -> None:
    assert past.no_longer_so(an_entry(rule, rule.value)).startswith("no longer so: ")


@pytest.mark.parametrize("rule", [Rule.OVERDUE, Rule.SECOND_VISIT, Rule.MILESTONE])
def test_only_of_those_who_were_waited_for_it_is_said_that_they_came(rule: Rule) -> None:
    assert past.no_longer_so(an_entry(rule, rule.value, came=True)) == "no longer so: they came"
    assert "card was changed" in past.no_longer_so(an_entry(rule, rule.value))
    assert "birthday" in past.no_longer_so(an_entry(Rule.BIRTHDAY, "birthday", came=True))
