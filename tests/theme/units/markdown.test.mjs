// Documents as a text to take along: what was typed stands there as it was typed.

import assert from "node:assert/strict";
import { test } from "node:test";
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
