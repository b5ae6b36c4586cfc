"""How large a picture is, and what is none."""

import struct
from pathlib import Path

import pytest
from tests.files import lay
from tests.sources.reading import read_project

from firstwin.sources import Size
from firstwin.sources.pictures import size_of

SVG = 'xmlns="http://www.w3.org/2000/svg"'


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06"


def jpeg(width: int, height: int, orientation: int = 1) -> bytes:
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry
    large = bytes(60_000)  # a profile or a small copy, in front of the frame
    segments = [(0xE1, exif), (0xE2, large), (0xE2, large), (0xC4, b"\0")]
    frame = struct.pack(">BHHB", 8, height, width, 3)
    return b"\xff\xd8" + b"".join(
        struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data
        for kind, data in (*segments, (0xC2, frame))
    )


def webp(kind: bytes, data: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + struct.pack("<I", len(data)) + data


def avif(*sizes: tuple[int, int]) -> bytes:
    boxes = (b"ispe\0\0\0\0" + struct.pack(">II", *size) for size in sizes)
    return b"\0\0\0\x1cftypavif" + bytes(16) + b"".join(boxes)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(640, 400), (640, 400)),
        (b"GIF89a" + struct.pack("<HH", 320, 200), (320, 200)),
        (jpeg(640, 400), (640, 400)),
        (jpeg(640, 400, orientation=3), (640, 400)),
        (jpeg(640, 400, orientation=6), (400, 640)),
        (webp(b"VP8X", b"\0\0\0\0\x7f\x02\0\x8f\x01\0"), (640, 400)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 399 << 14)), (640, 400)),
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 400)), (640, 400)),
        (avif((320, 200), (640, 400)), (640, 400)),
        (f'<svg {SVG} width="640" height="400"/>', (640, 400)),
        (f'<svg {SVG} width="10cm" height="5cm" viewBox="0 0 1 1"/>', (378, 189)),
        (f'<?xml version="1.0"?>\n<!-- <svg> -->\n<svg {SVG} viewBox="0,0 640 400">', (640, 400)),
        (f'<svg {SVG} width="100%" height="100%" viewBox="0 0 24.4 24"><g/>', (24, 24)),
        ('<s:svg xmlns:s="http://www.w3.org/2000/svg" width="2" height="3"/>', (2, 3)),
        (f"<svg {SVG}><rect width='5' height='5'/></svg>", (0, 0)),
    ],
)
def test_a_picture_has_its_size(
    content: bytes | str, size: tuple[int, int], tmp_path: Path
) -> None:
    lay(tmp_path, {"picture": content})

    assert size_of(tmp_path / "picture") == Size(*size)


@pytest.mark.parametrize(
    "content",
    [
        *("", "words", "<html><svg/></html>", '<svg width="5" height="5"/>', "<svg"),
        *(
            f'<svg {SVG} viewBox="a b c d"/>',
            f'<svg {SVG} viewBox="0 0 inf 5"/>',
            f'<svg {SVG} viewBox="0 0 nan nan"/>',
            f'<svg {SVG} width="{"9" * 400}" height="5"/>',
            "GIF89a",
            b"\xff\xd8\xff\xe0\0\x10JFIF",
            b"\xff\xd8\xff\0",
        ),
        *(png(640, 400)[:20], png(0, 0), webp(b"VP8X", b""), webp(b"VP9 ", bytes(30)), avif()),
        *(b"\0\0\0\x1cftypmp42" + bytes(30), "\ufeff", bytes(3000), b"\xfe\xff\0<\0s"),
    ],
)
def test_what_is_no_picture_has_none(content: bytes | str, tmp_path: Path) -> None:
    lay(tmp_path, {"picture": content})

    assert size_of(tmp_path / "picture") is None


def test_what_is_no_file_has_none(tmp_path: Path) -> None:
    assert size_of(tmp_path) is None
    assert size_of(tmp_path / "nowhere") is None


def test_the_pictures_of_a_project_are_known_by_their_paths(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "playbooks/images/screen.png": png(640, 400),
        "playbooks/images/fetched.png": "version https://git-lfs.github.com/spec/v1",
        "playbooks/sheet.pdf": png(640, 400),
    }
    sources, _ = read_project(tmp_path, files)

    assert sources.assets == set(files)
    assert sources.pictures == {"playbooks/images/screen.png": Size(640, 400)}
