"""Texts that an author might type, made by a grammar: every construct of CommonMark, and what breaks pages.

In: a seeded source of chance. Out: Markdown. What the dialect rejects is made as well; most of the texts are
of the dialect.
"""

from __future__ import annotations

from random import Random

WORDS = ("Open", "the", "settings", "of", "Cairn", "é", "日本", "שלום", "a_b", "don't", "x", "1.10")
SIGNS: tuple[str, ...] = (
    *"&<>\"'`*_[](){}|~^!#+-=:;/\\%$@.,?",
    "&#",
    "&#60;",
    "&lt;",
    "&amp;lt;",
    "</div>",
    "</section>",
    "<!--",
    "-->",
    "]]>",
    "<script>alert(1)</script>",
    "</code>",
    "</pre></div>",
    "<div markdown>",
    "<img src=x onerror=alert(1)>",
    "![x](y)",
    "[x]: y",
    "{: .a onclick=x }",
    "{ #id }",
    "[TOC]",
    "!!! note",
    '=== "Tab"',
    "???",
    "--8<--",
    "*[HTML]: x",
    "[^1]",
    "\x02wzxhzdk:0\x03",
    "wzxhzdk:0",
    "klzzwxh:0001",
    "{{ product.name }}",
    "{{ 1 + 1 }}",
    "{% raw %}",
    "{# x #}",
    "https://e.example/p.png",
    "www.example.com",
    "me@e.example",
    "\\",
    "\\`",
    "``",
    "\t",
    "  ",
    "\u2028",
    "\xa0",
)
LINES = (
    "---",
    "===",
    "# x",
    "> x",
    "    code",
    "| a | b |",
    "|---|---|",
    "> [!NOTE]",
    "> [!TIP] x",
    "<div>",
    ": x",
    "1)",
    "- [ ] x",
)


class Grammar:
    """Makes texts from one source of chance."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def text(self) -> str:
        """One text of a few blocks."""
        blocks = [self._block(0) for _ in range(self._random.choice((1, 1, 1, 2, 3)))]
        return "\n\n".join(blocks)

    def _block(self, depth: int) -> str:
        kind = self._random.random()
        if kind < 0.55 or depth > 3:
            return "\n".join(self._line() for _ in range(self._random.choice((1, 1, 2))))
        if kind < 0.82:
            return self._list(depth)
        if kind < 0.89:
            return self._code()
        if kind < 0.93:
            return self._table()
        if kind < 0.97:
            return self._box(depth)
        return self._random.choice(LINES)

    def _list(self, depth: int) -> str:
        mark = self._random.choice(("-", "-", "*", "+", "1.", "7)"))
        apart = self._random.choice(("\n", "\n", "\n\n"))
        items = []
        for _ in range(self._random.randint(1, 3)):
            inside = self._line()
            if self._random.random() < 0.3:
                inside += self._random.choice(("\n", "\n\n")) + self._block(depth + 1)
            items.append(f"{mark} " + inside.replace("\n", "\n" + " " * (len(mark) + 1)))
        return apart.join(items)

    def _code(self) -> str:
        fence = self._random.choice(("```", "````", "~~~"))
        language = self._random.choice(("", "", "sh", "yaml"))
        lines = [self._piece(self._random.randint(0, 3)) for _ in range(self._random.randint(0, 4))]
        return "\n".join([fence + language, *lines, fence])

    def _table(self) -> str:
        columns = self._random.randint(1, 5)
        marks = [self._random.choice(("-", "---", ":--", "--:", ":-:")) for _ in range(columns)]
        rows = [self._cells(columns) for _ in range(self._random.randint(1, 4))]
        edge = self._random.choice(("| ", "| ", "|", ""))
        lines = [rows[0], marks, *rows[1:]]
        return "\n".join(f"{edge}{' | '.join(cells)}{edge[::-1]}" for cells in lines)

    def _cells(self, columns: int) -> list[str]:
        """The cells of a row: now and then one too few or too many, and bars in them."""
        count = columns + self._random.choice((0, 0, 0, 0, 0, -1, 1))
        cells = [self._span(1).replace("\n", " ") for _ in range(count)]
        bar = self._random.choice(("|", "\\|", "\\|", "\\\\|"))
        return [cell.replace("|", bar) for cell in cells]

    def _box(self, depth: int) -> str:
        kind = self._random.choice(("NOTE", "tip", "IMPORTANT", "Warning", "CAUTION", "INFO"))
        blocks = [self._block(depth + 1) for _ in range(self._random.choice((1, 1, 2)))]
        lines = [f"[!{kind}]", *"\n\n".join(blocks).split("\n")]
        mark = self._random.choice(("> ", "> ", ">"))
        return "\n".join(f"{mark}{line}".rstrip() for line in lines)

    def _line(self) -> str:
        return " ".join(self._span(0) for _ in range(self._random.randint(1, 5))).strip() or "x"

    def _span(self, depth: int) -> str:
        kind = self._random.random()
        if kind < 0.4 or depth > 2:
            return self._piece(self._random.randint(1, 3))
        if kind < 0.6:
            ticks = "`" * self._random.randint(1, 3)
            return f"{ticks}{self._piece(2)}{ticks}"
        if kind < 0.75:
            mark = self._random.choice(("*", "**", "_", "__"))
            return f"{mark}{self._span(depth + 1)}{mark}"
        if kind < 0.87:
            return f"[{self._span(depth + 1)}]({self._address()})"
        return self._random.choice(SIGNS)

    def _address(self) -> str:
        ends = ("", "/a_b", "?x=1&y=2", "#z", "/(c)", "/%28", '"onclick="x', "/é", "/{x}", "/`a`")
        return "https://e.example" + self._random.choice(ends)

    def _piece(self, length: int) -> str:
        made = ""
        for _ in range(length):
            plain = self._random.random() < 0.7
            made += self._random.choice(WORDS if plain else SIGNS)
            made += self._random.choice((" ", " ", ""))
        return made
