// Documents as a text to take along: what was typed stands there as it was typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asMarkdown } from "../../../theme/scripts/link/copy.ts";
import { documentOf, escaped } from "../../../theme/scripts/markdown.ts";

test("a document is its parts with what was filled in", () => {
  const part = {
    title: "What you want to reach",
    text: ["Say it plainly."],
    values: [["The outcome", "Answers in two days\nand no complaints"], ["Why", ""]],
    tables: [{ title: "How you measure it", rows: [["What", "Today"], ["Answers", "5 | days\n(or so)"]] }],
  };
  assert.equal(
    documentOf("Success plan", [part]),
    `# Success plan

## What you want to reach

Say it plainly.

**The outcome:** Answers in two days\\
and no complaints

**Why:**

**How you measure it**

| What | Today |
| --- | --- |
| Answers | 5 \\| days<br>(or so) |
`,
  );
});

test("no sign that was typed means anything", () => {
  for (const typed of ["*a*", "_a_", "`a`", "[a](b)", "<b>", "# a", "a | b", "\\", "~~a~~", "&lt;", "&#60;"]) {
    assert.equal(escaped(typed).replace(/\\(?=[\\`*_[\]<>#|~&])/g, ""), typed);
    assert.match(escaped(typed), /^(?:[^\\`*_[\]<>#|~&]|\\.)*$/);
  }
  assert.equal(escaped("R&D, 2.5 hours, 2026-11-02"), "R&D, 2.5 hours, 2026-11-02");
});

test("no line that was typed begins a list, or underlines the one above", () => {
  const part = { title: "A", text: [], values: [["B", "- a\n 1. b\n2) c\n===\n---\n+ d"]], tables: [] };
  assert.equal(
    documentOf("C", [part]),
    "# C\n\n## A\n\n**B:** \\- a\\\n 1\\. b\\\n2\\) c\\\n\\===\\\n\\---\\\n\\+ d\n",
  );
});

test("a guide as a text holds what it is called as it was typed", () => {
  const guide = { plan: "A_B_C", title: "<b>" };
  const progress = { phases: [{ phase: { title: "*" }, steps: [{ step: { title: "- a", note: "Day 1 | ~b~" }, state: "open" }] }] };
  assert.equal(
    asMarkdown(guide, progress, "0 of 1"),
    "# A\\_B\\_C: \\<b\\>\n\n0 of 1\n\n## \\*\n\n- [ ] \\- a (Day 1 \\| \\~b\\~)\n",
  );
});
