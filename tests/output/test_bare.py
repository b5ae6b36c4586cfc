"""Pictures are published without what stands beside them, and look as they did."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from firstwin.output.bare import bare

CANARY = b"kanari0000"
NAME = CANARY.decode()
ARTIST, ORIENTATION, GPS, LATITUDE = 0x013B, 0x0112, 0x8825, 2
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMATS = (
    "png",
    "apng",
    "jpeg",
    "progressive",
    "webp",
    "lossless",
    "animated",
    "gif",
    "avif",
    "avis",
)

Save = Callable[..., bytes]


def exif(orientation: int = 1) -> bytes:
    made = Image.Exif()
    made[ARTIST] = NAME
    made[ORIENTATION] = orientation
    made.get_ifd(GPS)[LATITUDE] = (48.0, 8.0, 14.0)
    return made.tobytes()


def drawn(seed: int, mode: str = "RGB", size: tuple[int, int] = (41, 23)) -> Image.Image:
    """A picture with something in it."""
    chance = random.Random(seed)
    made = Image.new("RGB", size, (200, 220, 240))
    for _ in range(60):
        at = chance.randrange(size[0]), chance.randrange(size[1])
        made.putpixel(at, tuple(chance.randrange(256) for _ in range(3)))
    return made.convert(mode)


def saved(kind: str, **options: Any) -> bytes:
    """A picture of a kind, with a name wherever the kind has room for one."""
    frames = [drawn(seed) for seed in range(3)]
    several = {"save_all": True, "append_images": frames[1:], "duration": 100, "loop": 0}
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", NAME)
    text.add_text("Comment", NAME, zip=True)
    text.add_itxt("XML:com.adobe.xmp", NAME)
    text.add(b"tIME", b"\x07\xea" + CANARY[:5])
    text.add(b"prVt", CANARY)
    more: dict[str, dict[str, Any]] = {
        "png": {
            "format": "PNG",
            "pnginfo": text,
            "exif": exif(),
            "icc_profile": ICC,
            "dpi": (96, 96),
        },
        "apng": {"format": "PNG", "pnginfo": text, **several},
        "jpeg": {
            "format": "JPEG",
            "exif": exif(),
            "xmp": XMP,
            "comment": CANARY,
            "icc_profile": ICC,
        },
        "progressive": {"format": "JPEG", "exif": exif(), "progressive": True, "quality": 95},
        "webp": {"format": "WEBP", "exif": exif(), "xmp": XMP, "icc_profile": ICC},
        "lossless": {"format": "WEBP", "exif": exif(), "lossless": True},
        "animated": {"format": "WEBP", "exif": exif(), "xmp": XMP, **several},
        "gif": {"format": "GIF", "comment": CANARY, **several},
        "avif": {"format": "AVIF", "exif": exif(), "xmp": XMP, "icc_profile": ICC},
        "avis": {"format": "AVIF", "exif": exif(), "xmp": XMP, **several},
    }
    into = BytesIO()
    frames[0].save(into, **{**more[kind], **options})
    return into.getvalue()


def seen(content: bytes) -> list[tuple[bytes, Any, Any]]:
    """What a browser shows of a picture: its frames, their times and the profile of its colours."""
    with Image.open(BytesIO(content)) as opened:
        found = []
        for frame in range(getattr(opened, "n_frames", 1)):
            opened.seek(frame)
            pixels = opened.convert("RGBA").tobytes()
            found.append((pixels, opened.info.get("duration"), opened.info.get("loop")))
        profile = opened.info.get("icc_profile")
        return [*found, (profile or b"", opened.info.get("gamma"), opened.size)]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_looks_as_it_did_and_names_nobody(kind: str) -> None:
    content = saved(kind)
    made = bare(content + CANARY)
    assert CANARY in content
    assert seen(made) == seen(content)
    with Image.open(BytesIO(made)) as opened:
        assert not dict(opened.getexif())
        left = {"comment", "xmp", "exif", "Author", "Comment", "XML:com.adobe.xmp"} & set(
            opened.info
        )
        assert not left
    assert CANARY not in made
    assert b"adobe" not in made
    assert bare(made) == made


@pytest.mark.parametrize("kind", ["png", "jpeg", "progressive", "webp", "lossless"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_how_a_camera_was_held_is_kept(kind: str, orientation: int) -> None:
    made = bare(saved(kind, exif=exif(orientation)))
    with Image.open(BytesIO(made)) as opened:
        kept = dict(opened.getexif())
    assert kept == ({} if orientation == 1 else {ORIENTATION: orientation})
    assert CANARY not in made
    assert bare(made) == made


@pytest.mark.parametrize("order", ["<", ">"])
def test_either_order_of_bytes_is_read(order: str) -> None:
    sign = b"II" if order == "<" else b"MM"
    entry = struct.pack(f"{order}HHIHH", ORIENTATION, 3, 1, 6, 0)
    tiff = sign + struct.pack(f"{order}HIH", 42, 8, 1) + entry + CANARY
    made = bare(saved("jpeg", exif=b"Exif\0\0" + tiff, xmp=b""))
    with Image.open(BytesIO(made)) as opened:
        assert dict(opened.getexif()) == {ORIENTATION: 6}


def segment(kind: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


@pytest.mark.parametrize("kind", [*range(0xE0, 0xF0), 0xFE, 0xF7])
def test_no_segment_of_a_program_is_taken_over(kind: int) -> None:
    content = saved("jpeg")
    made = bare(content[:2] + segment(kind, CANARY) + content[2:])
    assert CANARY not in made
    assert seen(made) == seen(content)


def test_the_small_copy_of_a_jpeg_stays_behind() -> None:
    content = saved("jpeg")
    with_copy = (
        b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\4\1" + CANARY + b"..") + content[20:]
    )
    made = bare(with_copy)
    assert CANARY not in made
    assert made.startswith(b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\2\0\0\1\0\1\0\0\xff")
    assert seen(made) == seen(content)


def test_bytes_that_fill_a_jpeg_do_no_harm() -> None:
    content = saved("progressive")
    made = bare(content[:2] + b"\xff\xff" + content[2:])
    assert seen(made) == seen(content)


@pytest.mark.parametrize("label", [0x01, 0xFE, 0xFF, 0x00])
def test_no_words_in_a_gif_are_taken_over(label: int) -> None:
    content = saved("gif")
    head = 13 + 3 * 256 if content[10] & 0x80 else 13
    head = 13 + (3 << (content[10] & 7) + 1 if content[10] & 0x80 else 0)
    words = bytes([0x21, label, len(CANARY)]) + CANARY + b"\0"
    made = bare(content[:head] + words + content[head:])
    assert CANARY not in made
    assert seen(made) == seen(content)


def test_frames_of_a_webp_hold_no_words() -> None:
    content = saved("animated")
    at = content.index(b"ANMF")
    (length,) = struct.unpack_from("<I", content, at + 4)
    words = b"XMP " + struct.pack("<I", len(CANARY)) + CANARY
    frame = content[at + 8 : at + 8 + length] + words
    changed = content[: at + 4] + struct.pack("<I", len(frame)) + frame + content[at + 8 + length :]
    made = bare(changed)
    assert CANARY not in made
    assert seen(made) == seen(content)


def box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


@pytest.mark.parametrize("kind", [b"free", b"skip", b"uuid", b"udta", b"abcd"])
def test_no_other_box_of_an_avif_is_shown(kind: bytes) -> None:
    content = saved("avif")
    made = bare(content + box(kind, CANARY))
    assert CANARY not in made
    assert seen(made) == seen(content)


@pytest.mark.parametrize(
    "content", [b"", b"words", b"<svg/>", b"%PDF-1.7", b"\0\0\1\0\1\0", b"GIF"]
)
def test_what_is_no_picture_stays_as_it_is(content: bytes) -> None:
    assert bare(content) == content


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_was_cut_off_is_cut_off_still(kind: str) -> None:
    content = saved(kind)
    for end in range(0, len(content), 7):
        made = bare(content[:end])
        assert len(made) <= max(end, 13) + 26
        assert bare(made) == made


@pytest.mark.parametrize("kind", FORMATS)
@given(data=st.data())
def test_nothing_that_was_damaged_breaks_anything(kind: str, data: st.DataObject) -> None:
    content = bytearray(saved(kind)[:1500])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    made = bare(bytes(content))
    assert bare(made) == made


def test_an_avif_made_to_keep_one_busy_does_not() -> None:
    entry = struct.pack(">HHHH", 1, 0, 0, 65_535)
    many = struct.pack(">IBBH", 0, 0, 0, 60_000) + entry * 60_000
    deep = b""
    for _ in range(3000):
        deep = box(b"moov", deep)
    meta = box(b"meta", bytes(4) + box(b"iinf", bytes(6)) + box(b"iloc", many))
    content = box(b"ftyp", b"avif" + bytes(8)) + meta + deep
    assert bare(content) == content
