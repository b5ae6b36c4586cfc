"""The picture beside links to a site: readable for whoever reads PNG, in the brand's colour, the same bytes everywhere."""

import io
from hashlib import sha256
from itertools import pairwise

import pytest
from PIL import Image

from firstwin.models.shades import LIGHT
from firstwin.output.preview_picture import HEIGHT, WIDTH, icon, preview_picture


def opened(colour: str | None) -> Image.Image:
    with Image.open(io.BytesIO(preview_picture(colour))) as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize("colour", ["#0f4c81", "#aa0000", "#ffee00", None])
def test_it_is_in_the_brands_colour_where_that_can_be_read(colour: str | None) -> None:
    picture = opened(colour)
    assert picture.size == (WIDTH, HEIGHT)
    assert picture.getpixel((0, 0)) == LIGHT.shades(colour or "#0f4c81").act
    assert picture.getpixel((WIDTH // 2, HEIGHT - 190)) == LIGHT.paper


def test_the_cairn_stands_upright_and_in_the_middle() -> None:
    picture = opened("#0f4c81")
    under = picture.getpixel((0, 0))
    columns = [
        [x for x in range(WIDTH) if picture.getpixel((x, y)) != under] for y in (200, 330, 440)
    ]
    widths = [column[-1] - column[0] for column in columns]
    assert all(above < below for above, below in pairwise(widths))
    assert all(abs(column[0] + column[-1] - WIDTH) <= 2 for column in columns)


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """Fails after a change of the picture: look at it, then write the hash down."""
    content = preview_picture("#0f4c81")
    assert len(content) < 20_000
    assert sha256(content).hexdigest()[:16] == "b96c013912394b20"


def test_an_icon_is_the_same_cairn_with_room_for_what_systems_cut_off() -> None:
    with Image.open(io.BytesIO(icon("#0f4c81", 192))) as picture:
        found = picture.convert("RGB")
    under = found.getpixel((0, 0))
    assert found.size == (192, 192)
    drawn = [(x, y) for x in range(192) for y in range(192) if found.getpixel((x, y)) != under]
    # What is sure to be seen is a circle of four fifths: https://www.w3.org/TR/appmanifest/#icon-masks
    assert drawn
    assert all((x - 95.5) ** 2 + (y - 95.5) ** 2 < (0.4 * 192) ** 2 for x, y in drawn)
