"""Which parts of a text stand out."""

from frontdesk.ui.kit.spans import Emphasis, Span, marked, sentence, utf16


def test_a_name_stands_out_in_a_sentence() -> None:
    text, spans = sentence("Call {name}, her membership ended", name="Eeva-Liisa")
    assert text == "Call Eeva-Liisa, her membership ended"
    assert spans == (Span(5, 15, Emphasis.STRONG),)


def test_the_order_of_the_translation_is_kept() -> None:
    text, spans = sentence("{day}: {name}", name="Болд", day="tänään")
    assert text == "tänään: Болд"
    assert [text[s.start : s.end] for s in spans] == ["tänään", "Болд"]


def test_braces_in_a_name_are_only_letters() -> None:
    text, spans = sentence("Call {name}!", name="{day} {0}")
    assert text == "Call {day} {0}!"
    assert [text[s.start : s.end] for s in spans] == ["{day} {0}"]


def test_a_place_without_a_value_stays() -> None:
    assert sentence("Call {who}") == ("Call {who}", ())
    assert sentence("open { brace", who="x") == ("open { brace", ())


def test_nothing_stands_out_of_an_empty_value() -> None:
    assert sentence("Call {name}.", name="") == ("Call .", ())


def test_marks_of_no_length_are_left_off() -> None:
    assert marked([(0, 2), (3, 3)]) == (Span(0, 2),)


def test_qt_counts_an_emoji_as_two() -> None:
    assert utf16("👩 Kim", [Span(2, 5)]) == [Span(3, 6)]
    assert utf16("Kim", [Span(0, 3)]) == [Span(0, 3)]
