"""What is not for an audience is found in its site, wherever it is written and however it is wrapped."""

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from unicodedata import normalize
from urllib.parse import quote

import pytest
from tests.gate.looking import FILES, PICTURE_SIGN, look, page

from firstwin.diagnostics import Diagnostic
from firstwin.link.fragment import pack
from firstwin.pages.guide_places import OWN

NOTE = "Read the notes of the sale first, all of them please."
PLAYBOOK = "playbooks/gold/playbook.yml"
LONGEST = 10  # seconds of work, however busy the machine is


def line(text: str, path: str = PLAYBOOK) -> str:
    """The place of the line that holds a text."""
    content = FILES[path]
    assert isinstance(content, str)
    (number,) = (
        number for number, each in enumerate(content.splitlines(), start=1) if text in each
    )
    return f"{path}:{number}"


def findings(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return sorted((one.code.id, f"{one.span.path}:{one.span.line}") for one in found)


def test_a_site_that_is_as_it_should_be_is_silent(tmp_path: Path) -> None:
    assert look(tmp_path, {}) == []


def test_a_document_is_for_whom_something_leads_to_it(tmp_path: Path) -> None:
    shown = (
        "Plan to sign. What you want from us. What follows after that. Who is who: you yourselves"
    )
    assert look(tmp_path, page(f"<p>{shown}</p>")) == []
    found = look(
        tmp_path, page("<p>How we mean to win the year. Which lever we have not pulled yet</p>")
    )
    assert {code for code, _ in findings(found)} == {"FW912"}
    assert {one.span.path for one in found} == {"playbooks/library/our-plan.yml"}


@pytest.mark.parametrize(
    "text",
    [
        "What partners ask",
        "A heading for partners",
        "Nobody else reads this paragraph.",
        "Whom do we call at night?",
        "nightingale",
        "What it brings you",
        "Your part of each sale",
        "Share of yours",
        "Ninety gold coins",
        "A cake with one slice cut out",
    ],
)
def test_an_own_page_in_yaml_is_for_whom_it_says(text: str, tmp_path: Path) -> None:
    (found,) = look(tmp_path, page(f"<p>{text}</p>"))
    assert (found.code.id, f"{found.span.path}:{found.span.line}") == (
        "FW912",
        line(text, "pages/answers.yml"),
    )


def zipped(text: str, packing: int = zipfile.ZIP_DEFLATED, before: int = 0) -> bytes:
    """An archive of a note, which stands behind so many others."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        for number in range(before):
            archive.writestr(f"{number}.txt", "Nothing of it." * 9)
        archive.writestr("note.txt", text)
    return packed.getvalue()


def zlib_of(text: str, window: int) -> bytes:
    packer = zlib.compressobj(wbits=window)
    return packer.compress(text.encode()) + packer.flush()


def broken(content: bytes) -> bytes:
    """The same with the first file of an archive damaged."""
    return content[:45] + b"\xff" * 9 + content[54:]


def png(kind: bytes, content: bytes) -> bytes:
    """A picture with a chunk of metadata."""
    chunks = {b"IHDR": bytes(13), kind: content, b"IDAT": zlib.compress(bytes(range(256)))}
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks.items()
    )


def jpeg(marker: int, content: bytes) -> bytes:
    """A picture with a segment of metadata."""
    return b"\xff\xd8\xff" + struct.pack(">BH", marker, len(content) + 2) + content + b"\xff\xd9"


def entities(text: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in text)


def in_words(text: str, between: str) -> str:
    """A text with something between the first letter of each word and the rest."""
    return re.sub(r"(\w)(\w)", rf"\1{escaped(between)}\2", text)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def page_with(between: str, text: str) -> dict[str, str | bytes]:
    return page(in_words(text, between))


FORMS: dict[str, Callable[[str], dict[str, str | bytes]]] = {
    "plain": lambda text: {"a.txt": text},
    "html": lambda text: page(f"<p>{html.escape(text)}</p>"),
    "capitals": lambda text: page(f"<p>{text.upper()}</p>"),
    "bold": lambda text: page(f"<p>{text.replace('notes', '<strong>no</strong>tes')}</p>"),
    "lines": lambda text: page(f"<p>{text.replace(' ', chr(10) + '  ')}</p>"),
    "list": lambda text: page(f"<ul><li>{text.replace(' ', '</li><li>')}</li></ul>"),
    "soft hyphens": lambda text: page(f"<p>{text.replace('sale', 'sa&shy;le')}</p>"),
    "marked": lambda text: page(text.replace("sale", '<a href="x">sale</a>')),
    "comment": lambda text: page(f"<!-- {text} -->"),
    **{
        f"{ord(sign):X} in words": partial(page_with, sign)
        for sign in "\u034f\u180e\u200e\u202a\u2062\u2066\ufe0f\U000e0061"
    },
    "a comment in words": lambda text: page(in_words(text, "<!-- x -->")),
    "letters of a drawing": lambda text: page(in_words(text, '<tspan dx="1">')),
    "a font": lambda text: page(in_words(text, "</font><font>")),
    "runs of a document": lambda text: {
        "a.docx": zipped(in_words(text, "</w:t></w:r><w:r><w:rPr/><w:t xml:space='preserve'>"))
    },
    "a calendar": lambda text: {"a.ics": "BEGIN:VCALENDAR\r\nX:" + in_words(text, "\r\n ")},
    "a personal link": lambda text: page(f'<a href="x/#{pack({"note": text * 2})}">x</a>'),
    "style, escaped": lambda text: {"a.css": "".join(f"\\{ord(sign):x} " for sign in text)},
    "style, six digits": lambda text: {"a.css": "".join(f"\\{ord(sign):06X}" for sign in text)},
    "style, letters": lambda text: {"a.css": text.replace("s", "\\s")},
    "script, a line that goes on": lambda text: {"a.js": in_words(text, "\\\n")},
    "attribute": lambda text: page(f'<p title="{text}">x</p>'),
    "script": lambda text: page(f"<script>const note = {json.dumps(text)};</script>"),
    "style": lambda text: {"a.css": f'a::after {{ content: "{text}" }}'},
    "entities": lambda text: page(f"<p>{entities(text)}</p>"),
    "entities in entities": lambda text: page(f"<p>{html.escape(entities(text))}</p>"),
    "percent": lambda text: page(f'<a href="mailto:?body={quote(text)}">x</a>'),
    "percent of all": lambda text: {"a.txt": "".join(f"%{ord(sign):02X}" for sign in text)},
    "json": lambda text: {"a.json": json.dumps({"text": f"<p>{text}</p>"})},
    "json, tags in it": lambda text: {
        "a.json": json.dumps({"text": text.replace("sale", "<b>sale</b>")})
    },
    "json, escaped": lambda text: {
        "a.json": '{"a": "' + "".join(f"\\u{ord(sign):04x}" for sign in text) + '"}'
    },
    "script, escaped": lambda text: {
        "a.js": "'" + "".join(f"\\x{ord(sign):02x}" for sign in text) + "'"
    },
    "script, braces": lambda text: {
        "a.js": "'" + "".join(f"\\u{{{ord(sign):x}}}" for sign in text) + "'"
    },
    "gzip": lambda text: {"a.gz": gzip.compress(text.encode())},
    "zlib": lambda text: {"a.bin": zlib.compress(text.encode())},
    "search index, packed": lambda text: {
        "search/search_index.json.gz": gzip.compress(
            json.dumps({"docs": [{"location": "a/", "text": f"<p>{text}</p>"}]}).encode()
        )
    },
    "png, a text": lambda text: {"a.png": png(b"tEXt", b"Comment\0" + text.encode())},
    "png, a packed text": lambda text: {
        "a.png": png(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode()))
    },
    "jpeg, a comment": lambda text: {"a.jpg": jpeg(0xFE, text.encode())},
    "jpeg, exif": lambda text: {"a.jpg": jpeg(0xE1, b"Exif\0\0II*\0" + text.encode("utf-16-le"))},
    "svg, metadata": lambda text: {
        "a.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><metadata>{text}</metadata></svg>"
    },
    "svg, packed": lambda text: {
        "a.svgz": gzip.compress(f"<svg><desc>{text}</desc></svg>".encode())
    },
    "zlib, broken further on": lambda text: {
        "a.bin": zlib.compress(text.encode() + b" and so on" * 5000)[:-20] + b"\xff" * 20
    },
    "zip": lambda text: {"a.zip": zipped(text)},
    "zip, bzip2": lambda text: {"a.zip": zipped(text, zipfile.ZIP_BZIP2)},
    "zip, lzma": lambda text: {"a.zip": zipped(text, zipfile.ZIP_LZMA)},
    "zip, behind what is broken": lambda text: {"a.zip": broken(zipped(text, before=1))},
    "zip, lzma, behind what is broken": lambda text: {
        "a.zip": broken(zipped(text, zipfile.ZIP_LZMA, before=1))
    },
    "zip, before another": lambda text: {"a.zip": zipped(text) + zipped("Nothing of it.")},
    "zip, cut off": lambda text: {"a.zip": zipped(text)[:-40]},
    "base64": lambda text: dict(
        page(f'<img src="data:text/plain;base64,{base64.b64encode(text.encode()).decode()}">')
    ),
    "base64 for addresses": lambda text: {
        "a.txt": base64.urlsafe_b64encode(b"\xff\xef" + text.encode()).decode().rstrip("=")
    },
    "base64 in lines": lambda text: {"a.eml": base64.encodebytes(3 * (text + "\n").encode())},
    "base64 behind a path": lambda text: {
        "a.txt": f"/ab/{base64.b64encode(text.encode()).decode()}"
    },
    "hexadecimal": lambda text: {"a.txt": f"x={text.encode().hex()}"},
    "a hexadecimal number": lambda text: {"a.txt": f"0x{text.encode().hex().upper()}"},
    "hexadecimal behind a path": lambda text: {"a.txt": f"/a-b/{text.encode().hex()}"},
    "zlib, a small window": lambda text: {
        "a.png": png(b"zTXt", b"Comment\0\0" + zlib_of(text, window=12))
    },
    "bzip2": lambda text: {"a.tar.bz2": bz2.compress(text.encode())},
    "xz": lambda text: {"a.tar.xz": lzma.compress(text.encode())},
    "lzma": lambda text: {"a.lzma": lzma.compress(text.encode(), lzma.FORMAT_ALONE)},
    "bytes of a program": lambda text: {
        "a.json": json.dumps({"type": "Buffer", "data": list(text.encode())})
    },
    "numbers of signs": lambda text: {
        "a.js": f"String.fromCharCode({','.join(str(ord(sign)) for sign in text)})"
    },
    "an array in C": lambda text: {"a.h": ", ".join(f"0x{sign:02x}" for sign in text.encode())},
    "script, octal": lambda text: {"a.js": "".join(f"\\{ord(sign):02o}" for sign in text)},
    "script, percent": lambda text: {"a.js": "".join(f"%u{ord(sign):04x}" for sign in text)},
    "yaml, eight digits": lambda text: {"a.yml": "".join(f"\\U{ord(sign):08x}" for sign in text)},
    "a title of a pdf": lambda text: {
        "a.pdf": b"".join(b"\\%03o" % sign for sign in b"\xfe\xff" + text.encode("utf-16-be"))
    },
    "an old pdf": lambda text: {
        "a.pdf": b"<</Filter/ASCII85Decode>>\nstream\n"
        + base64.a85encode(zlib.compress(b"BT (%b) Tj ET" % text.encode()), wrapcol=72)
        + b"~>endstream"
    },
    "a mail": lambda text: {
        "a.eml": "Content-Transfer-Encoding: quoted-printable\n\n" + in_words(text, "=\r\n")
    },
    "a sketch in its picture": lambda text: {
        "a.svg": "<svg><!-- "
        + base64.b64encode(
            json.dumps({"encoded": zlib.compress(text.encode()).decode("latin-1")}).encode()
        ).decode()
        + " --></svg>"
    },
    "lines of a drawing": lambda text: {
        "a.svg": "<text>" + text.replace(" ", "</tspan><tspan x='0' dy='12'>") + "</text>"
    },
    "a cell in two colours": lambda text: {
        "a.xlsx": zipped(in_words(text, '</t></r><r><rPr><sz val="9"/></rPr><t>'))
    },
    "utf-16": lambda text: {"a.txt": text.encode("utf-16")},
    "utf-16, no mark": lambda text: {"a.bin": b"\x01\x02\x03" + text.encode("utf-16-le")},
    "utf-16, big": lambda text: {"a.bin": text.encode("utf-16-be")},
    "gzip in base64 in json": lambda text: {
        "a.json": json.dumps({"a": base64.b64encode(gzip.compress(text.encode())).decode()})
    },
    "zip in gzip": lambda text: {"a.gz": gzip.compress(zipped(text))},
    "utf-16 in base64": lambda text: {"a.txt": base64.b64encode(text.encode("utf-16-le")).decode()},
    "percent in entities": lambda text: page(f"<p title='{entities(quote(text))}'>x</p>"),
    "a file's name": lambda text: {f"{text}.txt": ""},
    "a file's name, percent": lambda text: {f"{quote(text)}.txt": ""},
    "a file's name, base64": lambda text: {base64.urlsafe_b64encode(text.encode()).decode(): ""},
    "utf-32": lambda text: {"a.bin": b"\1" + text.encode("utf-32-le")},
    "utf-32, big": lambda text: {"a.bin": b"\1" + text.encode("utf-32-be")},
    "wide letters": lambda text: {
        "a.txt": "".join(chr(ord(sign) + 0xFEE0) if "!" < sign < "~" else sign for sign in text)
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_it_is_found_in_every_form(tmp_path: Path, form: str) -> None:
    found = look(tmp_path, FORMS[form](NOTE))

    assert findings(found) == [("FW912", line("Read the **notes of the sale**"))]


def test_what_was_seen_too_deep_is_looked_at_where_it_is_not(tmp_path: Path) -> None:
    packed = base64.b64encode(gzip.compress(NOTE.encode()))
    deep = base64.b64encode(base64.b64encode(base64.b64encode(b"a" * 30 + b" " + packed)))

    (found,) = look(tmp_path, {"a.txt": deep, "b.txt": packed})

    assert "b.txt" in found.message


def test_signs_beyond_ascii_are_the_same_in_every_encoding(tmp_path: Path) -> None:
    text = "Früher hieß größer schöner für übermütige Gäste aus Köln"
    files = {PLAYBOOK: str(FILES[PLAYBOOK]).replace("Check the margin once more", text)}
    decomposed = normalize("NFD", text)
    forms: dict[str, str | bytes] = {
        "a.jpg": jpeg(0xFE, text.encode("latin-1")),
        "b.txt": decomposed,
        "c.txt": quote(text),
    }

    (found,) = look(tmp_path, forms, files=files)

    assert "a.jpg and 2 more files" in found.message


# Made when they are tried: they take a second.
SLOW: dict[str, Callable[[], bytes]] = {
    "bombs": lambda: b"\x89PNG" + zlib.compress(bytes(20_000_000)) * 20,
    "broken bombs": lambda: (
        b"\x89PNG" + (zlib.compress(bytes(1_000_000), 9)[:-20] + b"\xff" * 20) * 5000
    ),
    "beginnings": lambda: b"\x1f\x8b\x08\x08" * 20_000,
    "squeezed bombs": lambda: (
        bz2.compress(bytes(20_000_000)) * 50 + lzma.compress(bytes(20_000_000)) * 50
    ),
    "beginnings of squeezed ones": lambda: b"BZh91AY&SY\xfd7zXZ\0" * 20_000,
    "numbers": lambda: b"1, " * 300_000 + b"\\101" * 200_000,
    "letters of ASCII85": lambda: b"!" * 1_000_000 + b'"x' + b"x" * 500_000,
    "noise": lambda: Random(1).randbytes(1_000_000),
}


@pytest.mark.parametrize("form", SLOW)
def test_a_picture_takes_little_time(tmp_path: Path, form: str) -> None:
    picture = SLOW[form]()
    begin = process_time()
    found = look(tmp_path, {"a.png": picture, "b.txt": NOTE})

    assert [one.code.id for one in found] == ["FW912"]
    assert process_time() - begin < LONGEST


@pytest.mark.parametrize("piece", ["a@", "http://", "tel:", "data-", "1. \n", "](", "{{ "])
def test_a_text_takes_little_time(tmp_path: Path, piece: str) -> None:
    text = piece * (50_000 // len(piece))
    playbook = str(FILES[PLAYBOOK]).replace("Check the margin once more", json.dumps(text))
    begin = process_time()
    look(tmp_path, page(f"<p>{html.escape(text)}</p>"), files={PLAYBOOK: playbook})

    assert process_time() - begin < LONGEST


def test_the_message_says_what_whose_and_where_and_what_to_do(tmp_path: Path) -> None:
    site = {**page(f"<p>{NOTE}</p>"), "b.txt": NOTE, "c.txt": NOTE}

    (found,) = look(tmp_path, site)

    assert found.message == (
        "the customer site holds the words “read the notes of the sale”, which is for the team alone: "
        "a/index.html and 2 more files"
    )
    assert found.hint == (
        "if a picture, or a file of yours in theme/ or templates/, says it, take it out there; if none does, this is a fault "
        "of firstwin: please report it, and publish nothing of this build"
    )


EVERYTHING = {
    "a part of a long text": ("… Call +49 30 1234567 or ask in …", "FW912", "Call {{"),
    "a short text": ("<p>Check the margin once more</p>", "FW912", "Check the margin"),
    "a condition of acceptance": (
        "The technical architect has signed every single page",
        "FW912",
        "technical architect",
    ),
    "a comment": ("<p>we sell this plan far too cheaply</p>", "FW912", "# We sell"),
    "an id": ('<a href="../#check-margin">x</a>', "FW913", "check-margin"),
    "an id in a key": ('<input data-fw-item="gold/kickoff/check-margin">', "FW913", "check-margin"),
    "an id of one word": ('<a href="../gold/admin/upsell/">x</a>', "FW913", "- id: upsell"),
    "an id of a common word, with its step": (
        '<i id="gold/kickoff/agree">',
        "FW913",
        "agree: {text",
    ),
    "an entry": ('{"location": "tutorials/secret-tour/"}', "FW913", "use: secret-tour"),
}


@pytest.mark.parametrize("name", EVERYTHING)
def test_everything_of_a_plan_is_looked_for(tmp_path: Path, name: str) -> None:
    text, code, written = EVERYTHING[name]

    assert (code, line(written)) in findings(look(tmp_path, page(text)))


ELSEWHERE = {
    "an address": ("tel:+4930999888", "FW913", "contacts.yml", "tel:+49"),
    "an address without its scheme": ("+4930999888", "FW913", "contacts.yml", "tel:+49"),
    "a full address": ("https://chat.tarn.example/war", "FW913", "contacts.yml", "chat.tarn"),
    "an address in a note": ("https://crm.tarn.example/notes/7", "FW913", "", "crm.tarn"),
    "a value nobody else asks for": ("<p>#quokka-room</p>", "FW912", "site_config", "quokka"),
    "where it is edited": (
        "https://git.tarn.example/edit/main/playbooks/x.yml#L1",
        "FW913",
        "site_config",
        "git.tarn",
    ),
    "a figure": ("<td>€ 48,000</td>", "FW912", "tiers.yml", "48,000"),
    "a tier": ("<p>How partners work with us every day</p>", "FW912", "tiers.yml", "How partners"),
    "a role nobody meets": ("<p>Numbat counter</p>", "FW912", "roles.yml", "Numbat"),
    "a title of two words": ("<p>Whoever is awake</p>", "FW912", "contacts.yml", "awake"),
    "a note of a persona's file": (
        "<p>The admin of this one is slow to answer anything</p>",
        "FW912",
        "admin.yml",
        "slow to answer",
    ),
    "an entry that nobody sees": (
        "<p>You know how we really do these things</p>",
        "FW912",
        "secret-tour.yml",
        "how we really",
    ),
    "the name of a file": ("playbooks/gold/admin.yml", "FW913", "admin.yml", ""),
    "the name of a picture": ('<img src="behind-curtain.png">', "FW913", "secret-tour", "image"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_everything_around_a_plan_is_looked_for(tmp_path: Path, name: str) -> None:
    text, code, path, written = ELSEWHERE[name]

    found = look(tmp_path, page(text))

    assert code in {
        one.code.id
        for one in found
        if path in one.span.path and written in lines_of(one.span.path)[one.span.line - 1]
    }


def lines_of(path: str) -> list[str]:
    return str(FILES[path]).splitlines()


def picture(name: str) -> bytes:
    content = FILES[f"playbooks/library/images/{name}.png"]
    assert isinstance(content, bytes)
    return content


PICTURES: dict[str, Callable[[bytes], dict[str, str | bytes]]] = {
    "whole": lambda content: {"media/x.png": content},
    "a part of it": lambda content: {"x.bin": b"abc\0" + content[: len(content) * 2 // 3]},
    "in base64": lambda content: dict(
        page(f'<img src="data:image/png;base64,{base64.b64encode(content).decode()}">')
    ),
    "in an archive": lambda content: {"x.gz": gzip.compress(content)},
}


@pytest.mark.parametrize("form", PICTURES)
@pytest.mark.parametrize("name", ["behind-curtain", "unused-plan"])
def test_a_picture_is_known_by_its_bytes(tmp_path: Path, form: str, name: str) -> None:
    found = look(tmp_path, PICTURES[form](picture(name)))

    assert [(one.code.id, one.message.split("`")[1]) for one in found] == [
        ("FW914", f"playbooks/library/images/{name}.png")
    ]


QUIET = [
    "<p>Agree on the dates, begin, and hold the kickoff call with Cairn.</p>",
    "<p>Read the notes of the</p><p>kickoff, and call us.</p>",
    "<p>Check</p><p>the margin once more</p>",
    "<p>Call. Chat. Write. All of it. Gold.</p>",
    "<p>a year</p><p>48</p><p>000</p>",
    '<p class="upsell">Squeeze a lemon first</p><i id="agree"></i><a href="gold/agree/">x</a>',
    '<p id="kickoff">x</p><a href="#agree-dates">x</a><a href="tour/">x</a>',
    "<p>csm@tarn.example, https://chat.tarn.example/warehouse</p>",
    '<img src="../media/library/images/tour.png" alt="The house">',
    "<p>Ask Tarn before you promise</p>",
    "<p>Partner</p><p>desk</p>",
]


@pytest.mark.parametrize("text", QUIET)
def test_it_does_not_cry_wolf(tmp_path: Path, text: str) -> None:
    assert look(tmp_path, page(text)) == []


@pytest.mark.parametrize("between", ["</td><td>", "</w:p><w:p>", "\n> ", "<br>", '", "'])
def test_words_that_stand_one_by_one_say_what_they_say_together(
    tmp_path: Path, between: str
) -> None:
    text = "You begin and hold dates on the kickoff"
    for word in text.split():
        assert look(tmp_path / word, page(f"<p>{word}</p>")) == []
    playbook = str(FILES[PLAYBOOK]).replace("Check the margin once more", text)

    found = look(tmp_path, page(text.replace(" ", between)), files={PLAYBOOK: playbook})

    assert findings(found) == [("FW912", line("Check the margin once more"))]


def test_the_picture_that_is_shown_may_be_there(tmp_path: Path) -> None:
    assert look(tmp_path, {"media/library/images/tour.png": picture("tour")}) == []


def test_partners_may_read_what_is_theirs(tmp_path: Path) -> None:
    text = "<p>Ask Tarn before you promise any of these dates. The technical architect has signed every page.</p>"

    assert look(tmp_path, page(text), "partner") == []
    assert [one.code.id for one in look(tmp_path, page(f"<p>{NOTE}</p>"), "partner")] == ["FW912"]


def test_the_team_may_read_everything(tmp_path: Path) -> None:
    assert (
        look(tmp_path, {**page(f"<p>{NOTE}</p>"), "x.png": picture("unused-plan")}, "internal")
        == []
    )


def test_what_is_written_for_everybody_as_well_gives_nothing_away(tmp_path: Path) -> None:
    playbook = str(FILES[PLAYBOOK]).replace(
        "summary: To the first win.", f"summary: To the first win. {NOTE}"
    )

    assert look(tmp_path, page(f"<p>{NOTE}</p>"), files={PLAYBOOK: playbook}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in this phase is yours to do. Others see to it.",
        "The texts and pictures of the site belong to whoever publishes it.",
    ],
    ids=["its own words", "the licences"],
)
def test_what_any_site_says_gives_nothing_away(tmp_path: Path, text: str) -> None:
    playbook = str(FILES[PLAYBOOK]).replace("Check the margin once more", text)

    assert look(tmp_path, page(f"<p>{text}</p>"), files={PLAYBOOK: playbook}) == []


@pytest.mark.parametrize("name", [*OWN, "page_whole-plan"])
def test_what_any_guide_calls_its_pages_gives_nothing_away(tmp_path: Path, name: str) -> None:
    playbook = str(FILES[PLAYBOOK]).replace("check-margin", name.removeprefix("page_"))

    assert look(tmp_path, page(f'<a href="../{name}/">x</a>'), files={PLAYBOOK: playbook}) == []


def test_what_a_site_counts_gives_nothing_away(tmp_path: Path) -> None:
    playbook = str(FILES[PLAYBOOK]).replace("Check the margin once more", "Ask within 5 days")
    counted = page("<p>Ask within 5 days</p>")

    assert look(tmp_path, counted, files={PLAYBOOK: playbook}) == []


def test_a_file_of_the_theme_may_be_called_as_a_picture_is(tmp_path: Path) -> None:
    theme = {"theme/unused-plan.png": PICTURE_SIGN}

    assert look(tmp_path, {"unused-plan.png": PICTURE_SIGN}, files=theme) == []


def test_a_sentence_copied_into_the_theme_is_found_and_its_own_words_are_not(
    tmp_path: Path,
) -> None:
    theme = {"theme/footer.html": f"<p>{NOTE}</p><p>Whoever is awake</p>"}

    found = look(tmp_path, page(f"<p>{NOTE}</p><p>Whoever is awake</p>"), files=theme)

    assert findings(found) == [("FW912", line("Read the **notes"))]


def test_a_text_that_goes_on_over_lines_other_pages_have_is_found(tmp_path: Path) -> None:
    first = (
        "<!doctype html>\n<html>\n<p>\nRead the notes\n</p>\nAgree\n<i>\nof the sale\n</i>\n</html>"
    )
    second = "<!doctype html>\n<html>\n<p>\nRead the notes\nof the sale\n</p>\n</html>"

    assert look(tmp_path / "a", {"a.html": first}) == []
    assert [one.code.id for one in look(tmp_path / "b", {"a.html": first, "b.html": second})] == [
        "FW912"
    ]


def test_an_id_may_be_called_as_a_field_is(tmp_path: Path) -> None:
    playbook = str(FILES[PLAYBOOK]).replace(
        "agree-dates: Agree on the dates",
        "{agree-dates: Agree on the dates, notes: Bring the wombat papers along with you, use: Use it,"
        " audience: {text: Count the heads of the whole audience, audience: internal}}",
    )
    playbook = playbook.replace("        items:\n          {", "        items: {").replace(
        "          check-margin: {text: Check the margin once more, audience: internal}\n", ""
    )
    shown = page("<p>Bring the wombat papers along with you</p>")
    hidden = page("<p>Count the heads of the whole audience</p>")

    assert look(tmp_path / "a", shown, files={PLAYBOOK: playbook}) == []
    assert [one.code.id for one in look(tmp_path / "b", hidden, files={PLAYBOOK: playbook})] == [
        "FW912"
    ]


def test_a_cell_of_a_table_is_known_whatever_is_said_before_it(tmp_path: Path) -> None:
    path, last = "playbooks/gold/playbook.yml", "or ask in {{ company.chat }}.\n"
    table = "\n".join(
        f"{' ' * 12}{row}"
        for row in (
            "",
            "> [!NOTE]",
            "> | Way | Costs |",
            "> |---|---|",
            "> | Hotline | Forty quids a minute |",
        )
    )
    files = {**FILES, path: str(FILES[path]).replace(last, f"{last}{table}\n")}
    shown = "<th>Hotline</th><td><span>Costs</span>Forty quids a minute</td>"

    found = look(tmp_path, page(shown), files=files)

    assert [code for code, _ in findings(found)] == ["FW912"]
