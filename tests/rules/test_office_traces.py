"""What office programs write into a download is told before readers get it."""

import io
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from tests.edits import project
from tests.files import lay
from tests.sources.reading import read_project

from firstwin.loading import check

CORE = (
    '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>Form</dc:title>'
    "<dc:creator>{}</dc:creator><cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"
)
META = "<office:meta><meta:initial-creator>Ada</meta:initial-creator><dc:creator/></office:meta>"
LINKED = """\
-        summary: Nobody waits for a password later.
+        summary: Fill in [the form](file:{}).
"""
HINT = "in Office: File, Info, Inspect Document, Remove All; or publish it as a PDF"
TELLS = "is published with what its program wrote into it"


def packed(parts: Mapping[str, str], packing: int = ZIP_DEFLATED) -> bytes:
    """An office file of some parts."""
    held = io.BytesIO()
    with ZipFile(held, "w", packing) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return held.getvalue()


def traces_of(folder: Path, name: str, content: bytes) -> Sequence[str]:
    sources, found = read_project(folder, {f"files/{name}": content})
    assert found == []
    return sources.download_traces.get(name, ())


def findings(folder: Path, name: str, content: bytes, settings: str = "") -> list[tuple[str, str]]:
    config = project(folder, {"edit playbooks/team/playbook.yml": LINKED.format(name)})
    config.write_text(config.read_text("utf-8") + settings, "utf-8")
    lay(folder, {f"files/{name}": content})
    diagnostics = check(config).diagnostics
    assert all(one.hint == HINT for one in diagnostics)
    return [(one.code.id, one.message) for one in diagnostics]


@pytest.mark.parametrize(
    ("name", "parts", "traces"),
    [
        (
            "form.docx",
            {"docProps/core.xml": CORE.format("Ada &amp; Co", "Ben")},
            "it says who wrote it: `Ada & Co`, `Ben`",
        ),
        (
            "form.xlsx",
            {"docProps/core.xml": CORE.format("Ada", "Ada"), "xl/comments1.xml": "<x/>"},
            "it says who wrote it: `Ada`, it holds remarks",
        ),
        ("form.pptx", {"ppt/comments/modernComment_1.xml": "<x/>"}, "it holds remarks"),
        (
            "form.docx",
            {"word/document.xml": '<w:p><w:del w:author="Ada"/></w:p>'},
            "it holds what was changed, with what stood there before",
        ),
        ("form.odt", {"meta.xml": META}, "it says who wrote it: `Ada`"),
        ("form.ods", {"content.xml": "<office:annotation dc:x='1'>"}, "it holds remarks"),
        (
            "form.docx",
            {"docProps/core.xml": CORE.format("\u202eadA\x1b[2J", "")},
            "it says who wrote it: `<U+202E>adA<U+001B>[2J`",
        ),
    ],
)
def test_what_a_program_wrote_is_told(
    tmp_path: Path, name: str, parts: dict[str, str], traces: str
) -> None:
    assert ", ".join(traces_of(tmp_path, name, packed(parts))) == traces


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.docx", packed({"docProps/core.xml": CORE.format("", " ")})),
        ("form.docx", packed({"word/document.xml": "<w:p><w:instrText/><w:delText/></w:p>"})),
        ("form.odt", packed({"meta.xml": "<office:meta/>", "content.xml": "<text:p/>"})),
        ("form.zip", packed({"docProps/core.xml": CORE.format("Ada", "Ada")})),
        ("form.docx", packed({"docProps/core.xml": CORE.format("Ada", "Ada")})[:60]),
        ("form.docx", b"PK\x03\x04"),
    ],
    ids=["nameless", "no-marks", "open-document", "no-office-file", "cut-off", "no-archive"],
)
def test_what_has_no_traces_and_what_is_damaged_is_left_alone(
    tmp_path: Path, name: str, content: bytes
) -> None:
    assert traces_of(tmp_path, name, content) == ()


def test_a_traced_file_is_told_with_the_way_out(tmp_path: Path) -> None:
    content = packed({"docProps/core.xml": CORE.format("Ada", "Ada")})
    message = f"files/form.docx {TELLS}: it says who wrote it: `Ada`"
    assert findings(tmp_path, "form.docx", content) == [("FW630", message)]


def test_a_file_that_means_it_is_left_alone(tmp_path: Path) -> None:
    content = packed({"docProps/core.xml": CORE.format("Acme", "Acme")})
    settings = (
        "rules:\n  - rule: FW630\n    level: off\n    reason: Our firm made it.\n"
        "    paths: [files/form.docx]\n"
    )
    assert findings(tmp_path, "form.docx", content, settings) == []


def test_a_part_that_unpacks_without_end_takes_no_memory(tmp_path: Path) -> None:
    bomb = packed({"docProps/core.xml": CORE.format("Ada", "") + " " * 20_000_000})
    assert traces_of(tmp_path, "form.docx", bomb) == ("it says who wrote it: `Ada`",)


@pytest.mark.parametrize("packing", [ZIP_BZIP2, ZIP_LZMA])
def test_what_no_office_program_packs_like_that_has_no_traces(tmp_path: Path, packing: int) -> None:
    content = bytearray(packed({"docProps/core.xml": CORE.format("Ada", "") * 9}, packing))
    assert traces_of(tmp_path, "form.docx", bytes(content)) == ()
    content[60:90] = b"\xff" * 30
    assert traces_of(tmp_path, "form.docx", bytes(content)) == ()


@pytest.mark.parametrize("part", ["docProps/core.xml", "meta.xml"])
def test_a_part_of_beginnings_alone_takes_no_time(tmp_path: Path, part: str) -> None:
    name = "form.docx" if "/" in part else "form.odt"
    content = packed({part: "<dc:creator" * 300_000})
    started = time.process_time()
    assert traces_of(tmp_path, name, content) == ()
    assert time.process_time() - started < 2


def test_of_many_people_few_are_named(tmp_path: Path) -> None:
    people = "".join(f"<dc:creator>P{number}</dc:creator>" for number in range(9000))
    told = "it says who wrote it: `P0`, `P1`, `P2`, `P3`, `P4` and 8995 more"
    assert traces_of(tmp_path, "form.docx", packed({"docProps/core.xml": people})) == (told,)
