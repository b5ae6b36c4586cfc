"""What a drawing may hold, what it may not, and where that is said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.reading import read_project
from tests.sources.test_pictures import png

from firstwin.sources.drawing_names import ATTRIBUTES, ELEMENTS, WORDS
from firstwin.sources.drawings import faults_of_drawing

DRAWINGS = Path(__file__).with_name("drawings")
REPOSITORY = Path(__file__).resolve().parents[2]
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DELETE = "open the drawing in a text editor and delete that"
COMMENT = f"{DELETE}, or begin it with `!` if it has to stay, as a licence has"
PNG = "save the drawing as PNG"
PLAIN = (
    "save it anew for the web: in Inkscape as optimised SVG without metadata and comments, in "
    "Illustrator with `Export as`, elsewhere with `Export`"
)
PRIVATE = "what the program it was drawn in keeps for itself"
UTF_8 = "save it as UTF-8"


def faults(content: str | bytes) -> list[tuple[int, int, str, str]]:
    raw = content.encode() if isinstance(content, str) else content
    return [(one.line, one.column, one.message, one.hint) for one in faults_of_drawing(raw)]


OURS = [
    *(REPOSITORY / "playbooks").rglob("*.svg"),
    *(REPOSITORY / "theme").rglob("*.svg"),
    *(REPOSITORY / "tests/projects").rglob("*.svg"),
]


@pytest.mark.parametrize(
    "file", [*sorted((DRAWINGS / "taken").iterdir()), *OURS], ids=lambda file: file.name
)
def test_what_programs_export_for_the_web_is_taken(file: Path) -> None:
    assert faults(file.read_bytes()) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "inkscape",
            [(2, 1, "a comment", COMMENT), (4, 1, f"{PRIVATE} (and at 6 more places)", PLAIN)],
        ),
        (
            "illustrator-save-as",
            [
                (2, 1, "a comment", COMMENT),
                (
                    8,
                    1,
                    "a choice (`<switch>`)",
                    "export it anew with text as shapes, or save it as PNG",
                ),
            ],
        ),
        ("affinity", [(2, 1, "a document type (`<!DOCTYPE`)", DELETE)]),
        (
            "diagrams-net",
            [
                (1, 1, "`content`, which draws nothing", DELETE),
                (
                    1,
                    399,
                    "a choice (`<switch>`)",
                    "export it anew with text as shapes, or save it as PNG",
                ),
            ],
        ),
        (
            "excalidraw",
            [
                (1, 100, "a comment (and at 2 more places)", COMMENT),
                (1, 130, PRIVATE, PLAIN),
                (2, 94, "a rule of style that loads or moves something: `@font-face`", DELETE),
            ],
        ),
    ],
)
def test_what_programs_save_for_themselves_is_refused(
    name: str, found: list[tuple[int, int, str, str]]
) -> None:
    drawing = DRAWINGS / "refused" / f"{name}.svg"
    assert faults(drawing.read_bytes()) == [
        (line, column, f"the drawing holds {what}", hint) for line, column, what, hint in found
    ]


@pytest.mark.parametrize(
    ("inside", "what", "hint"),
    [
        ("<script>alert(1)</script>", "a script", DELETE),
        ("<script xlink:href='https://e.example/x.js'/>", "a script", DELETE),
        ("<g onload='alert(1)'/>", "a script: `onload`", DELETE),
        ("<g ONCLICK='alert(1)'/>", "a script: `ONCLICK`", DELETE),
        ("<a href='javascript:alert(1)'><text>x</text></a>", "a link", DELETE),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "HTML", PNG),
        ("<p xmlns='http://www.w3.org/1999/xhtml' onclick='x'/>", "HTML", PNG),
        ("<script xmlns='http://www.w3.org/1999/xhtml'/>", "HTML", PNG),
        ("<image href='data:image/png;base64,AA=='/>", "another picture", PNG),
        ("<image xlink:href='https://e.example/x.png'/>", "another picture", PNG),
        ("<filter><feImage href='#a'/></filter>", "another picture", PNG),
        ("<set attributeName='href' to='javascript:x'/>", "something that moves", DELETE),
        ("<animate attributeName='x' values='0;1'/>", "something that moves", DELETE),
        ("<metadata>Bob</metadata>", PRIVATE, PLAIN),
        ("<g xmlns:i='http://ns.adobe.com/x/' i:layer='yes'/>", PRIVATE, PLAIN),
        ("<i:pgf xmlns:i='http://ns.adobe.com/x/'><g onload=''/></i:pgf>", PRIVATE, PLAIN),
        ("<g xlink:title='Bob'/>", PRIVATE, PLAIN),
        ("<g xml:base='https://e.example/'/>", PRIVATE, PLAIN),
        ("<g xmlns=''/>", PRIVATE, PLAIN),
        ("<iframe src='x'/>", "`<iframe>`, which draws nothing", DELETE),
        ("<SCRIPT/>", "`<SCRIPT>`, which draws nothing", DELETE),
        ("<g data-owner='bob'/>", "`data-owner`, which draws nothing", DELETE),
        ("<g src='x'/>", "`src`, which draws nothing", DELETE),
        (
            "<use href='https://e.example/x.svg#a'/>",
            "an address outside of it: `https://e.example/x.svg#a`",
            DELETE,
        ),
        ("<use href='other.svg#a'/>", "an address outside of it: `other.svg#a`", DELETE),
        (
            "<use xlink:href=' data:image/svg+xml,x'/>",
            "an address outside of it: ` data:image/svg+xml,x`",
            DELETE,
        ),
        ("<use href='java&#10;script:x'/>", "an address outside of it: `java\nscript:x`", DELETE),
        ("<use href=''/>", "an address outside of it: ``", DELETE),
        (
            "<g fill='url(https://e.example/x)'/>",
            "an address outside of it: `https://e.example/x`",
            DELETE,
        ),
        (
            "<g style='fill:URL( \"//e.example/x\" )'/>",
            "an address outside of it: `//e.example/x`",
            DELETE,
        ),
        ("<g style='fill:u\\72l(x)'/>", "a backslash in a style", DELETE),
        ("<g style='fill:red/* bob */'/>", "a comment in a style", DELETE),
        (
            "<g style='background:image-set(\"x\" 1x)'/>",
            "a function that does not draw: `image-set()`",
            DELETE,
        ),
        (
            "<g style='width:expression(alert(1))'/>",
            "a function that does not draw: `expression()`",
            DELETE,
        ),
        (
            "<style>@import 'https://e.example/x.css';</style>",
            "a rule of style that loads or moves something: `@import`",
            DELETE,
        ),
        (
            "<style>@font-face{src:url(x)}</style>",
            "a rule of style that loads or moves something: `@font-face`",
            DELETE,
        ),
        (
            "<style>@keyframes a{}</style>",
            "a rule of style that loads or moves something: `@keyframes`",
            DELETE,
        ),
        (
            "<style><![CDATA[g{fill:url(x.svg#a)}]]></style>",
            "an address outside of it: `x.svg#a`",
            DELETE,
        ),
        ("<style>g{fill:u<![CDATA[rl(x)]]>}</style>", "an address outside of it: `x`", DELETE),
        ("<style>g{fill:&#117;rl(x)}</style>", "an address outside of it: `x`", DELETE),
        ("<style>&lt;/style>&lt;script></style>", "a `<` in a style", DELETE),
        ("<!-- bob -->", "a comment", COMMENT),
        ("<?php x?>", "an instruction for programs: `<?php`", DELETE),
    ],
)
def test_what_draws_nothing_is_refused_with_its_place(inside: str, what: str, hint: str) -> None:
    found = faults(f"<svg {SVG}>\n  {inside}\n</svg>")
    assert [(message, said_hint) for _, _, message, said_hint in found] == [
        (f"the drawing holds {what}", hint)
    ]
    assert found[0][0] == 2
    assert found[0][1] >= 3


@pytest.mark.parametrize(
    ("content", "line", "column", "message", "hint"),
    [
        (b"\x1f\x8b\x08\0", 1, 1, "the drawing is packed (SVGZ)", "save it as SVG"),
        (f"<svg {SVG}/>".encode("utf-16"), 1, 1, "the drawing is not UTF-8", UTF_8),
        (
            f"<svg {SVG}><title>\xe4</title></svg>".encode("latin-1"),
            1,
            1,
            "the drawing is not UTF-8",
            UTF_8,
        ),
        (
            f"<?xml version='1.0' encoding='utf-7'?><svg {SVG}/>",
            1,
            1,
            "the drawing is not UTF-8",
            UTF_8,
        ),
        (
            f"\ufeff<?xml version='1.0' encoding = \"iso-8859-1\" ?><svg {SVG}/>",
            1,
            1,
            "the drawing is not UTF-8",
            UTF_8,
        ),
        (
            f"<?xml version='1.0'?>\n<?xml-stylesheet href='x.css'?>\n<svg {SVG}/>",
            2,
            1,
            "the drawing holds an instruction for programs: `<?xml-stylesheet`",
            DELETE,
        ),
        (
            f"<?xml version='1.0'?>\n <!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg {SVG}>&a;</svg>",
            2,
            2,
            "the drawing holds a document type (`<!DOCTYPE`)",
            DELETE,
        ),
        (f"<svg {SVG}>&a;</svg>", 1, 84, "the drawing is no SVG: undefined entity", PLAIN),
        (f"<svg {SVG}>\n<g></svg>", 2, 6, "the drawing is no SVG: mismatched tag", PLAIN),
        ("<html/>", 1, 1, "the drawing holds another element than `<svg>` at its root", PLAIN),
        (
            b"<svg " + SVG.encode() + b">" + b" " * 2 * 1024**2,
            1,
            1,
            "the drawing has more than 2 MiB",
            PNG,
        ),
    ],
)
def test_a_file_that_is_no_plain_drawing_is_refused(
    content: str | bytes, line: int, column: int, message: str, hint: str
) -> None:
    assert faults(content)[0] == (line, column, message, hint)


def test_a_comment_that_has_to_stay_may() -> None:
    assert faults(f"<svg {SVG}><!--! Font by Fonts Inc., licence CC BY 4.0 --></svg>") == []


def test_an_empty_file_is_no_drawing() -> None:
    assert faults("") == [(1, 1, "the drawing is no SVG: no element found", PLAIN)]


def laughs(depth: int) -> str:
    parts = "".join(
        f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, depth)
    )
    return f"<svg {SVG}><g id='a0'><path d='M0 0'/></g>{parts}</svg>"


def test_parts_that_use_one_another_are_counted() -> None:
    repeats = "the drawing repeats its parts too often"
    assert faults(laughs(4)) == []
    assert [message for _, _, message, _ in faults(laughs(40))] == [repeats]
    nested = "".join(
        f"<g id='a{n}'><use href='#a{n + 1}'/><use href='#a{n + 1}'/>" for n in range(30)
    )
    assert [message for _, _, message, _ in faults(f"<svg {SVG}>{nested}{'</g>' * 30}</svg>")] == [
        repeats
    ]


USES = {
    "filled": "<rect fill='url(#{})'/>",
    "filled from around": "<g fill='url(#{})'><rect/></g>",
    "drawn around": "<rect style='stroke: URL( \"#{}\" ) red'/>",
    "covered": "<g mask='url(#{})'/>",
    "covered as what is around": "<g mask='url(#{})'><g><g mask='inherit'/></g></g>",
    "cut": "<g clip-path='url(#{})'/>",
    "filtered": "<g filter='blur(2px) url(#{})'/>",
    "at its end": "<path d='M0 0L9 9' marker-end='url(#{})'/>",
    "at its corners": "<path d='M0 0L9 9 8 8' marker-mid='url(#{})'/>",
    "at the corners inside": "<g marker='url(#{})'><polyline points='0,0 9,9'/></g>",
    "by a class": "<style>.b,.a{{fill:url(#{0})}}</style><rect class='z a'/>",
    "by a class around": "<style>.a{0}{{stroke:url('#{0}')}}</style><g class='a{0}'><path/></g>",
    "by an id": "<rect id='i{0}'/><style>g #i{0}:hover{{mask:url(#{0})}}</style>",
    "by its element": "<style>path{{marker:url(#{})}}</style><path d='M0 0 1 1'/>",
    "by what is not plain": "<style>g:not(.x){{clip-path:url(#{})}}</style><g/>",
    "among other rules": "<style>@media print{{.y{{fill:red;.a{{x:y;mask:url(#{})}}}}}}</style><g class='a'/>",
    "by its own id": "<g id='own{0}' mask='url(#{0})'/><use href='#own{0}'/><use href='#own{0}'/>",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_a_part_is_used_by_whatever_is_drawn_with_it(use: str) -> None:
    def drawing(depth: int) -> str:
        parts = "".join(
            f"<symbol id='p{number}'>{use.format(f'p{number - 1}') * 6}</symbol>"
            for number in range(1, depth)
        )
        return f"<svg {SVG}><symbol id='p0'><path d='M0 0'/></symbol>{parts}</svg>"

    assert faults(drawing(3)) == []
    assert [message for _, _, message, _ in faults(drawing(20))] == [
        "the drawing repeats its parts too often"
    ]


def test_what_many_shapes_are_drawn_with_is_no_repetition() -> None:
    gradients = "".join(
        f"<linearGradient id='g{n}'><stop/><stop/><stop/></linearGradient>" for n in range(60)
    )
    rules = "".join(f".c{n}{{fill:url(#g{n})}}" for n in range(60))
    shapes = "".join(f"<path class='c{n % 60}' clip-path='url(#c)'/>" for n in range(8000))
    cut = "<clipPath id='c'><rect/></clipPath><marker id='m'><path/></marker>"
    edges = f"<path d='{'L1 2' * 60}' marker-end='url(#m)'/>" * 500
    drawing = (
        f"<svg {SVG}><style>{rules}</style>{gradients}{cut}<g><g>{shapes}</g></g>{edges}</svg>"
    )
    assert faults(drawing) == []


def test_parts_that_use_themselves_are_drawn_by_nobody() -> None:
    own = "<g id='a'><use href='#a'/><use href='#b'/></g><g id='b'><use href='#a'/></g>"
    assert faults(f"<svg {SVG}>{own}<use href='#none'/></svg>") == []


@pytest.mark.unmeasured  # it is timed
@pytest.mark.parametrize(
    "content",
    [
        f"<svg {SVG}>" + "<g>" * 100_000,
        f"<svg {SVG}><g " + " ".join(f"a{n}=''" for n in range(50_000)) + "/></svg>",
        f"<svg {SVG}><path d='" + "M0 0" * 400_000 + "'/></svg>",
        f"<svg {SVG}><g style='" + "url(" * 400_000 + "'/></svg>",
        f"<svg {SVG}><style>" + "@" * 1_000_000 + "</style></svg>",
        f"<svg {SVG}>"
        + "".join(f"<g id='a{n}'><use href='#a{n - 1}'/></g>" for n in range(40_000)),
        "<!DOCTYPE a [" + "<!ENTITY a 'a'>" * 50_000,
        f"<svg {SVG}>" + "".join(f"<g class='a{n}'>" for n in range(90_000)),
        f"<svg {SVG}>" + "<g fill='url(#a)' class='b'>" * 70_000,
        f"<svg {SVG}>"
        + "".join(f"<g id='a{n}'/>" for n in range(60_000))
        + "<style>"
        + "".join(f"g{{fill:url(#a{n})}}" for n in range(40_000))
        + "</style></svg>",
        f"<svg {SVG}><style>" + ".a{" * 600_000 + "</style></svg>",
        f"<svg {SVG}><style>" + "url(#" * 400_000 + "</style></svg>",
        f"<svg {SVG}><style>a{{fill:url(" + " " * 1_900_000 + "}}</style></svg>",
        f"<svg {SVG}><style>" + "a" * 1_900_000 + "</style></svg>",
        f"<svg {SVG}><style>a" + " " * 1_900_000 + "{}</style></svg>",
    ],
    ids=[
        *(
            "deep",
            "attributes",
            "path",
            "addresses",
            "rules",
            "uses",
            "entities",
            "classes",
            "fills",
        ),
        *(
            "parts and rules",
            "nested rules",
            "open addresses",
            "open address",
            "long name",
            "spaces",
        ),
    ],
)
def test_a_drawing_made_to_keep_one_busy_does_not(content: str) -> None:
    started = time.process_time()
    faults_of_drawing(content.encode())
    assert time.process_time() - started < 5


names = st.sampled_from(sorted(ELEMENTS - {"style"}))
attributes = st.dictionaries(
    st.sampled_from(sorted(ATTRIBUTES - {"id"})), st.sampled_from(["1", "url(#a)", "none"])
)


@st.composite
def drawn(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(names)
    given = " ".join(f'{key}="{value}"' for key, value in draw(attributes).items())
    inside = draw(st.lists(drawn(depth - 1), max_size=3)) if depth else []
    return f"<{name} {given}>{''.join(inside)}</{name}>"


@given(drawn(), st.sampled_from(["", "nothing", "javascript"]), st.data())
def test_what_draws_is_taken_and_anything_else_in_it_is_not(
    inside: str, other: str, data: st.DataObject
) -> None:
    content = f"<svg {SVG}>{inside}</svg>"
    assert faults(content) == []
    if other:
        at = data.draw(st.sampled_from([n for n, sign in enumerate(content) if sign == "<" and n]))
        assert faults(f"{content[:at]}<{other}/>{content[at:]}")


@given(data=st.data())
def test_a_damaged_drawing_breaks_nothing(data: st.DataObject) -> None:
    content = bytearray((DRAWINGS / "taken/figma.svg").read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    faults_of_drawing(bytes(content))


def test_words_are_never_read_as_style() -> None:
    given_words = " ".join(f'{name}="url(x) @a"' for name in sorted(WORDS))
    assert faults(f'<svg {SVG} {given_words} aria-label="call() @bob"/>') == []


def test_pictures_of_playbooks_and_theme_are_looked_at(tmp_path: Path) -> None:
    script = f"<svg {SVG}><script/></svg>"
    sources, found = read_project(
        tmp_path,
        {
            "playbooks/images/drawn.svg": script,
            "playbooks/images/called.png": f"<svg {SVG}/>",
            "playbooks/images/fine.svg": f"<svg {SVG}/>",
            "theme/logo.svg": script,
            "theme/photo.jpg": "none",
            "theme/_notes/later.svg": script,
            "theme/.hidden.svg": script,
            "theme/large.png": png(50_000, 1_000),
            "playbooks/images/huge.png": png(50_000, 1_001),
            "playbooks/images/endless.png": png(2**32 - 1, 2**32 - 1),
        },
    )
    assert found == []
    assert {
        path: [one.message for one in faults]
        for path, faults in sources.picture_faults.items()
        if faults
    } == {
        "playbooks/images/drawn.svg": ["the drawing holds a script"],
        "playbooks/images/called.png": [
            "the file is a drawing, and has the name of another picture"
        ],
        "playbooks/images/huge.png": [
            "the picture has 50,000 by 1,001 points; it may have at most 50,000,000 in all"
        ],
        "playbooks/images/endless.png": [
            "the picture has 4,294,967,295 by 4,294,967,295 points; it may have at most 50,000,000 in all"
        ],
        "theme/logo.svg": ["the drawing holds a script"],
        "theme/photo.jpg": ["the file is no picture that a browser shows"],
    }
