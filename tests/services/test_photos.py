"""Photos: three kinds of picture are taken, made small and harmless; anything else gets a sentence."""

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from frontdesk.domain.changes import Gone, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, photos
from frontdesk.services.desk import Desk
from frontdesk.services.photos import KEPT_SIDE, LARGEST_FILE, shrink
from frontdesk.services.undo import undo
from tests.support.houses import aino, content, picture

TAKEN = ["JPEG", "PNG", "WEBP"]
HIDDEN = b"60.1699N 24.9384E"
REFUSED = "Nothing was changed. Choose a JPEG, PNG or WebP"


def made(form: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def opened(image: bytes) -> Image.Image:
    return Image.open(io.BytesIO(image))


def with_place_in_it(form: str) -> bytes:
    """A picture that says where and how it was taken: lying on its side, text and all."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn it a quarter
    exif[0x010E] = HIDDEN.decode()
    options: dict[str, Any] = {"comment": HIDDEN} if form == "JPEG" else {}
    return made(form, exif=exif, icc_profile=HIDDEN, **options)


# --- What is taken.


@pytest.mark.parametrize("form", TAKEN)
def test_a_picture_is_kept_small(desk: Desk, form: str) -> None:
    whom = aino(desk)
    changes = photos.put(desk, whom, made(form, (3000, 1500)))
    kept = customers.photos_of(desk, [whom])[whom]
    assert (opened(kept).format, opened(kept).size) == ("JPEG", (KEPT_SIDE, KEPT_SIDE // 2))
    assert customers.get(desk, whom).photo == kept
    assert (set(changes.kinds), set(changes.customers)) == ({Kind.PHOTOS}, {whom})


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_pictures_in_grey_few_colours_or_with_glass_in_them_are_taken(mode: str) -> None:
    assert opened(shrink(made("PNG", mode=mode))).size == (60, 40)


def test_a_small_picture_is_not_blown_up() -> None:
    assert opened(shrink(made("PNG", (1, 1)))).size == (1, 1)


@pytest.mark.parametrize("form", TAKEN)
def test_it_stands_upright_and_nothing_hidden_in_it_is_kept(form: str) -> None:
    image = with_place_in_it(form)
    assert HIDDEN in image
    kept = shrink(image)
    assert opened(kept).size == (40, 60)
    assert HIDDEN not in kept
    assert not opened(kept).getexif()
    assert not {"exif", "icc_profile", "comment", "xmp"} & opened(kept).info.keys()


def test_what_is_hung_on_behind_a_picture_is_not_kept() -> None:
    assert b"<script>" not in shrink(picture() + b"<script>alert(1)</script>")


def test_another_photo_takes_the_place_of_the_first_until_it_is_undone(desk: Desk) -> None:
    whom, other = aino(desk), aino(desk, name="Eino")
    photos.put(desk, whom, picture("red"))
    red = customers.get(desk, whom).photo
    second = photos.put(desk, whom, picture("blue"))
    assert customers.get(desk, whom).photo not in (red, None)
    assert len(content(desk)["photos"]) == 1
    undo(desk, second.id)
    assert customers.get(desk, whom).photo == red
    taken = photos.take_away(desk, whom)
    assert customers.photos_of(desk, [whom, other]) == {}
    undo(desk, taken.id)
    assert customers.photos_of(desk, [whom, other]) == {whom: red}


def test_nobody_without_a_card_has_a_photo(desk: Desk) -> None:
    for act in (photos.take_away, lambda desk, whom: photos.put(desk, whom, picture())):
        with pytest.raises(Gone):
            act(desk, CustomerId(4711))
    assert not photos.take_away(desk, aino(desk)).kinds


# --- What is not.


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "ICO", "PPM", "PDF"])
def test_other_kinds_get_a_sentence(form: str) -> None:
    with pytest.raises(Refused, match=REFUSED):
        shrink(made(form))


@pytest.mark.parametrize(
    "image",
    [
        b"",
        b"\xff\xd8\xff",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        picture()[:60],
        b"\x89PNG\r\n\x1a\n" + made("GIF"),
        b"\xff\xd8" + made("PNG"),
    ],
    ids=["empty", "beginning", "text", "drawing", "postscript", "cut off", "not what it says", "nor this"],
)
def test_a_broken_or_mislabelled_file_gets_a_sentence_and_changes_nothing(desk: Desk, image: bytes) -> None:
    whom = aino(desk)
    photos.put(desk, whom, picture())
    before = customers.get(desk, whom).photo
    with pytest.raises(Refused, match=REFUSED):
        photos.put(desk, whom, image)
    assert customers.get(desk, whom).photo == before


def test_a_file_that_is_too_large_gets_a_sentence() -> None:
    whole = made("PNG")
    assert shrink(whole + bytes(LARGEST_FILE - len(whole)))
    with pytest.raises(Refused, match=REFUSED):
        shrink(whole + bytes(LARGEST_FILE - len(whole) + 1))


def bomb(width: int, height: int) -> bytes:
    """A small PNG that opens out to an enormous picture, whole where that is possible at all."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    whole = (1 + (width + 7) // 8) * height
    rows = zlib.compress(bytes(min(whole, 20_000_000)), 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("width", "height"),
    [(2**31 - 1, 2**31 - 1), (30_000, 30_000), (13_000, 1), (12_000, 12_000), (8_001, 8_000)],
)
def test_a_bomb_gets_a_sentence(width: int, height: int) -> None:
    with pytest.raises(Refused, match=REFUSED):
        shrink(bomb(width, height))


def test_the_largest_picture_that_is_taken_is_decoded_whole() -> None:
    assert opened(shrink(bomb(8_000, 8_000))).size == (KEPT_SIDE, KEPT_SIDE)


def test_what_a_telephone_takes_is_no_bomb() -> None:
    assert opened(shrink(made("JPEG", (8160, 6120), "L"))).size == (KEPT_SIDE, KEPT_SIDE * 3 // 4)


def test_what_is_said_of_a_picture_may_be_damaged() -> None:
    image = bytearray(with_place_in_it("JPEG"))
    image[image.index(b"Exif") + 26] = 0xFF  # more than is there
    with pytest.warns(UserWarning, match="Truncated"):
        opened(bytes(image)).getexif().get(0x0112)
    assert opened(shrink(bytes(image))).size == (60, 40)


@given(st.sampled_from(TAKEN), st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=6)), max_size=6))
@settings(max_examples=300)
def test_whatever_happened_to_a_file_there_is_a_picture_or_a_sentence(
    form: str, damage: list[tuple[int, bytes]]
) -> None:
    image = bytearray(with_place_in_it(form))
    for at, what in damage:
        image[at % len(image) : at % len(image) + len(what)] = what
    try:
        kept = shrink(bytes(image))
    except Refused:
        return
    assert opened(kept).format == "JPEG"
    assert HIDDEN not in kept
