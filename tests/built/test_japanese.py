"""A Japanese site: it sets no spaces, and its lines break between phrases all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import NARROW, Visitor, served
from tests.built.building import Sites, copy_small

pytestmark = pytest.mark.browser

WIDTHS = range(NARROW - 40, NARROW + 100, 10)
WORDS = ("役割", "選んで", "ステップ", "順番", "それぞれ", "期日", "終わった", "ガイド")
# The words on each line of an element, from where its letters are.
LINES = """element => {
  const lines = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), bottom = -1; node; node = walker.nextNode())
    for (let at = 0; at < node.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (box.top > bottom) { lines.push(""); bottom = box.bottom - 1; }
      lines[lines.length - 1] += node.data[at];
    }
  return lines;
}"""


def write(folder: Path) -> None:
    copy_small(folder)
    with (folder / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write("language: ja\n")


def test_no_line_ends_within_a_word(browser: Browser, sites: Sites) -> None:
    with served(sites.of("japanese", write, "customer", built="customer").folder) as address:
        visitor = Visitor(browser, address)
        page = visitor.open("", NARROW)
        broken = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            lines: list[str] = page.locator(".fw-page p").first.evaluate(LINES)
            whole = "".join(lines)
            assert len(lines) > 1, whole
            broken += [
                (word, lines)
                for word in WORDS
                if whole.count(word) != sum(line.count(word) for line in lines)
            ]
        visitor.close()
    assert broken == []
