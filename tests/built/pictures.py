"""Pictures of pages: how one is taken, and what counts as a change.

In: a page in a browser, and the pictures in `pictures/`. Out: whether it looks as it did. Two versions of
Chromium draw the edges of letters a little differently, so pictures are compared by the mean colour of
squares of eight by eight pixels. A letter's edge hardly moves the mean of its square; a line that moved
changes many squares a lot, another colour of the page or of a word changes them evenly. Letters come from one font,
the one that `tools/chromium` installs, whatever else the system has.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Page

FOLDER: Final = Path(__file__).with_name("pictures")
FONT: Final = "Liberation Sans"
STYLE: Final = f"""
:root {{ --fw-font: "{FONT}"; --fw-font-code: "Liberation Mono" }}
* {{ text-rendering: geometricPrecision }}  /* as wide as designed, whatever the system makes of hinting */
"""
HIGHEST: Final = 1200  # pixels from the top of a page; the rest of a long one is more of the same
BITS: Final = 5  # of each colour: a picture then has some 256, which a palette holds
SQUARE: Final = 8

# Letters a quarter of a pixel off, or a tenth of one bolder, change 8 squares at most, and less than 0.8 on average.
# A button of another colour, a link without its line or a missing mark changes 30 or more.
CHANGED: Final = 16  # of 255: so far is a square from what it was when it counts as changed
MOST_CHANGED: Final = 12  # squares
MOST_ON_AVERAGE: Final = 0.9  # of 255, over all squares

INSTALLED: Final = """font => {
  const width = family => {
    const text = document.createElement('canvas').getContext('2d');
    text.font = `40px ${family}`;
    return text.measureText('Stuck? Ask a person.').width;
  };
  return width(`"${font}", monospace`) !== width('monospace');
}"""


@dataclass(frozen=True)
class Difference:
    """How far a page is from its picture."""

    heights: tuple[int, int]
    changed: int
    average: float
    now: Image.Image
    squares: Image.Image

    @property
    def matters(self) -> bool:
        before, now = self.heights
        return (
            abs(before - now) > SQUARE
            or self.changed > MOST_CHANGED
            or self.average > MOST_ON_AVERAGE
        )

    def picture(self) -> Image.Image:
        """The page in grey, with red where it changed: the more the stronger."""
        where = self.squares.point([min(255, 8 * value) for value in range(256)])
        grey = self.now.convert("L").point([128 + value // 2 for value in range(256)])
        red = Image.new("RGB", self.now.size, (200, 0, 0))
        mask = where.resize(self.now.size, Image.Resampling.NEAREST)
        return Image.composite(red, grey.convert("RGB"), mask)

    def __str__(self) -> str:
        return (
            f"{self.changed} squares of it changed, by {self.average:.2f} of 255 on average; "
            f"its height was {self.heights[0]} and is {self.heights[1]}"
        )


def taken(page: Page) -> Image.Image:
    """The top of a page as it looks now."""
    assert page.evaluate(INSTALLED, FONT), f"pictures are drawn in {FONT}, which is not installed"
    page.add_style_tag(content=STYLE)
    width = page.evaluate("document.documentElement.clientWidth")
    height = page.evaluate("document.documentElement.scrollHeight")
    drawn = page.screenshot(
        full_page=True,
        animations="disabled",
        clip={"x": 0, "y": 0, "width": width, "height": min(height, HIGHEST)},
    )
    return ImageOps.posterize(Image.open(io.BytesIO(drawn)).convert("RGB"), BITS)


def picture_named(name: str) -> Image.Image | None:
    """The picture of this name, if there is one."""
    path = FOLDER / f"{name}.png"
    return Image.open(path).convert("RGB") if path.exists() else None


def keep(name: str, picture: Image.Image) -> None:
    FOLDER.mkdir(exist_ok=True)
    few = picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


def compare(before: Image.Image, now: Image.Image) -> Difference:
    width, height = min(before.width, now.width), min(before.height, now.height)
    squares = [image.crop((0, 0, width, height)).reduce(SQUARE) for image in (before, now)]
    red, green, blue = ImageChops.difference(*squares).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    counts = most.histogram()
    return Difference(
        heights=(before.height, now.height),
        changed=sum(counts[CHANGED:]),
        average=sum(value * count for value, count in enumerate(counts)) / sum(counts),
        now=now,
        squares=most,
    )
