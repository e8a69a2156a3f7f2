"""The renewal talk sheet: what stands on it, and that each person has a page of their own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from frontdesk.domain.ids import TalkId, VisitId
from frontdesk.domain.plans import Plan, PlanDraft
from frontdesk.domain.risk import Coming, Sign
from frontdesk.domain.talks import Said, Talk, TalkDraft
from frontdesk.domain.visits import Visit, VisitDraft
from frontdesk.reports.printing.talks import TalkPrint, lay_out
from frontdesk.reports.talk_html import as_html
from frontdesk.reports.talk_sheet import Fact, TalkPage, talk_page
from frontdesk.services.renewals import Ending, TalkSheet
from tests.support.people import AINO, a_house, facts, membership, request

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
GOLD = membership("2025-11-30", "2026-11-29")


Known = dict[str, Any] | None


def sheet(*, person: Known = None, ending: Known = None, **changed: Any) -> TalkSheet:
    """The sheet of somebody of whom nothing is known, but for what is said."""
    one = Ending(facts(**(person or {})), GOLD, date(2026, 11, 29), None, None, 0, Coming(), ())
    plain = TalkSheet(
        ending=replace(one, **(ending or {})),
        house=a_house(),
        today=TODAY,
        now=NOW,
        renewals=0,
        gap=None,
        gap_before=None,
        requests=(),
        talks=(),
        visits=(),
        plans=(),
    )
    return replace(plain, **changed)


def lines(page: TalkPage, label: str) -> tuple[str, ...]:
    return next((fact.lines for fact in page.facts if fact.label == label), ())


def test_of_somebody_unknown_nothing_is_made_up() -> None:
    page = talk_page(sheet())
    assert (page.name, page.ends, page.facts) == (
        "Aino Virtanen",
        "“Gold” ends in 7 days (29 November)",
        (),
    )
    assert not page.over


def test_how_long_how_often_and_what_it_is_worth() -> None:
    page = talk_page(
        sheet(
            person={"first_seen": date(2019, 3, 3), "last_visit": date(2026, 11, 20)},
            ending={
                "since": date(2019, 3, 3),
                "years": 7,
                "yearly": 48000,
                "coming": Coming(30, 90),
                "signs": (Sign.SELDOMER,),
            },
            renewals=6,
            gap=12.0,
            gap_before=4.0,
            plans=(Plan(1, 1, PlanDraft("Gold", months=12, price=48000)),),  # type: ignore[arg-type]
        )
    )
    assert page.facts == (
        Fact("With us", ("7 years with us, since 3 March 2019", "renewed 6 times before")),
        Fact(
            "Comes",
            (
                "usually here every 12 days",
                "the year before: usually here every 4 days",
                "30 days in the last year, 90 in the year before",
                "last here 2 days ago",
            ),
        ),
        Fact("Worth", ("480\xa0€ a year", "about 168\xa0€ of it at risk")),
    )
    assert page.signs == ("comes less often than a year ago",)


def test_what_is_open_and_what_was_said() -> None:
    asked = request("Locker 12", due=NOW - timedelta(days=2))
    talk = Talk(
        TalkId(1),
        TalkDraft(AINO, GOLD.id, Said.NOT_REACHED, words="voice mail"),
        date(2026, 11, 20),
        NOW,
        2,
        "Marta",
    )
    visit = Visit(VisitId(1), 1, VisitDraft(AINO, date(2026, 11, 21), purpose="sauna", note="knee is better"))
    page = talk_page(
        sheet(
            person={"likes": "the window seat", "must_know": "nuts"},
            requests=(asked,),
            talks=(talk,),
            visits=(visit,),
        )
    )
    assert lines(page, "Open") == ("Locker 12: was due 2 days ago",)
    assert lines(page, "Said before") == ("20 November: not reached, attempt 2. voice mail (Marta)",)
    assert lines(page, "Last visits") == ("yesterday, sauna, knee is better",)
    assert (lines(page, "Likes"), page.must_know) == (("The window seat.",), "Nuts.")


@pytest.mark.parametrize("name", ["<b>Aino</b> & <img src='/etc/passwd'>", "தமிழ்ச்செல்வி 'அருணாச்சலம்'"])
def test_a_name_is_shown_as_it_is_written(name: str) -> None:
    html = as_html(talk_page(sheet(person={"name": name, "likes": name})))
    assert "<img" not in html
    assert "<b>Aino" not in html


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("size", "points"), [((210.0, 297.0), (595, 842)), ((215.9, 279.4), (612, 792))])
def test_each_person_has_a_page_of_their_own(size: tuple[float, float], points: tuple[int, int]) -> None:
    pages = tuple(talk_page(sheet(person={"name": name})) for name in ("Aino", "Eino", "Unto"))
    bound = lay_out(pages, size)
    assert bound.count == 3
    found = PdfReader(BytesIO(bound.pdf())).pages
    assert [(round(one.mediabox.width), round(one.mediabox.height)) for one in found] == [points] * 3
    texts = [" ".join(one.extract_text().split()) for one in found]
    assert [text.split()[0] for text in texts] == ["Aino", "Eino", "Unto"]
    assert all("What came of it" in text and "Leaves, because" in text for text in texts)
    assert all(text.count("1 / 1") == 1 for text in texts)


@pytest.mark.usefixtures("qapp")
def test_a_person_of_whom_much_is_known_goes_on_to_a_second_page() -> None:
    long = " ".join(["The window seat, and tea without sugar after yoga, but not on Mondays."] * 4)
    much = sheet(
        person={"likes": long, "must_know": long},
        requests=tuple(request(f"{n}: {long}", id=n) for n in range(1, 12)),
    )
    bound = lay_out((talk_page(much), talk_page(sheet(person={"name": "Next"}))), (210.0, 297.0))
    texts = [" ".join(one.extract_text().split()) for one in PdfReader(BytesIO(bound.pdf())).pages]
    assert bound.count == len(texts) > 2
    assert texts[-1].startswith("Next")
    assert "Leaves, because" in texts[-2]


def test_the_files_name_names_nobody() -> None:
    what = TalkPrint((talk_page(sheet()),), TODAY)
    assert what.file_name(short=False) == "renewal talks 2026-11-22.pdf"
