// A guide as a text to take along: what was done and written in it, with dates, whatever was typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../../theme/scripts/dates/civil.ts";
import { Course } from "../../../theme/scripts/dates/course.ts";
import { WorkingDays } from "../../../theme/scripts/dates/working-days.ts";
import { recordOf } from "../../../theme/scripts/guide/record.ts";

const phase = (id, steps, more = {}) => ({ key: `smb/${id}`, title: id, steps, ...more });
const step = (id, more = {}) => ({ key: `smb/${id}`, title: id, anchor: id, day: 1, note: "Day 1", boxes: [[`smb/${id}/_done`]], ...more });
const guide = (...phases) => ({ tier: "smb", persona: "admin", title: "Admin", plan: "SMB", phases });
const saved = (made, kept = {}, rows = {}, { sheets = [], dates } = {}) =>
  recordOf(made, { rows, sheets }, { get: (key) => kept[key], entries: (prefix) => Object.entries(kept).filter(([key]) => key.startsWith(prefix)) }, dates);
const weekdays = new WorkingDays({ weekend: [5, 6], off: ["2026-11-03"], on: [] });
const from = (start) => ({ course: new Course(new Map([["start", dayOf(start)]])), working: weekdays });

test("a guide that nobody has begun is its steps", () => {
  assert.equal(
    saved(guide(phase("Begin", [step("Call"), step("Theirs", { boxes: [] })]), phase("Watch", [step("Others", { boxes: [] })]), phase("Nothing", []))),
    `# SMB: Admin

0 of 1 step done

## Begin

Not started · 0 of 1 step done

- [ ] Call (Day 1 · Not started)
- Theirs (Day 1)

## Watch

- Others (Day 1)
`,
  );
});

test("what was ticked and written stands in its step, and whose the guide is above it", () => {
  const made = guide(phase("begin", [step("it", { boxes: [["smb/it/a"], ["smb/it/b"]], fields: ["w"] })]));
  const rows = {
    "smb/begin": [["smb/begin/true", 1, [], "It is true."]],
    "smb/it": [
      ["smb/it/a", 1, [], "Open ", ["smb/it/w", "(Workspace)"], " now"],
      ["smb/it/b", 1, [], "Close ", ["smb/it/none", "(Nothing)"]],
      ["smb/it/w", {}, [], "Workspace"],
      ["smb/it/none", {}, [], "Nothing"],
      ["smb/it/t", { passed: "Passed" }, [], "A test"],
      ["smb/it/u", { passed: "Passed" }, [], "Another"],
    ],
    plan: [["plan/goal", {}, [], "Goal"]],
    empty: [["empty/goal", {}, [], "Goal"]],
  };
  const kept = {
    "smb/_reader/admin": "Ana <b>",
    "smb/_customer": "Harbour & Sons",
    "smb/it/a": "1",
    "smb/it/w": "acme_1",
    "smb/it/t": "passed",
    "smb/it/u": "constructor",
    "smb/begin/true": "1",
    "plan/goal": "- One\nTwo",
  };
  assert.equal(
    saved(made, kept, rows, { sheets: [["plan", "Success *plan*"], ["empty", "Empty"]] }),
    `# SMB: Admin

Ana \\<b\\>, Harbour & Sons

0 of 1 step done

## begin

In progress · 0 of 1 step done

- [ ] it (Day 1 · In progress)
  - [x] Open acme\\_1 now
  - [ ] Close (Nothing)
  - **Workspace:** acme\\_1
  - **A test:** Passed
  - **Another:** constructor
- [x] It is true.

## Success \\*plan\\*

- **Goal:** \\- One\\
    Two
`,
  );
});

test("days have dates once a start date is known, and deadlines move to the next working day", () => {
  const steps = [
    step("early", { day: -2, note: "3 days before" }),
    step("off", { day: 2, note: "Day 2" }),
    step("whenever", { day: undefined, note: "When it comes" }),
    step("won", { day: 7, note: "Day 7", milestone: true }),
  ];
  const text = saved(guide(phase("Begin", steps)), { "smb/won/_done": "1" }, {}, { dates: from("2026-11-02") });
  assert.match(text, /\n\nDay 1 is 2 November 2026\.\n\n1 of 4 steps done\n/);
  assert.deepEqual(text.split("\n").filter((line) => line.startsWith("- ")), [
    "- [ ] early (3 days before · 30 October 2026 · Not started)",
    "- [ ] off (Day 2 · 4 November 2026 · Not started)",
    "- [ ] whenever (When it comes · Not started)",
    "- [x] Milestone reached: won (Day 7 · 9 November 2026 · Done)",
  ]);
  assert.doesNotMatch(saved(guide(phase("Begin", steps)), {}, {}, { dates: { course: new Course(new Map()), working: weekdays } }), /20\d\d|NaN/);
});

test("what does not apply is named as that, and nothing is said of what is in it", () => {
  const steps = [
    step("a", { away: true }),
    step("b", { only: ["data"] }),
    step("c", { boxes: [["smb/c/x"], ["smb/c/y", 0, ["data"]]] }),
  ];
  const rows = {
    "smb/a": [["smb/a/x", 1, [], "Line of a"]],
    "smb/b": [["smb/b/x", {}, [], "Value of b"]],
    "smb/c": [["smb/c/x", 1, [], "Line of c"], ["smb/c/y", 1, ["data"], "Data of c"]],
    "smb/later": [["smb/later/x", 1, [], "Point of later"]],
  };
  const kept = { "answers/data": "no", "smb/a/_status": "not-for-us: we have *none*", "smb/b/x": "written before" };
  assert.equal(
    saved(guide(phase("Begin", steps), phase("later", [step("d")], { only: ["data"] })), kept, rows).split("## ").slice(1).join("## "),
    `Begin

Not started · 0 of 1 step done

- a (Day 1 · Does not apply: we have \\*none\\*)
- b (Day 1 · Does not apply)
- [ ] c (Day 1 · Not started)
  - [ ] Line of c

## later

Does not apply
`,
  );
});

test("rows of a value log stand by date, and answers by what they are called", () => {
  const rows = {
    wins: [["_metrics/_won", 2, []]],
    quiz: [["check/who", { admin: "The admin · That is right." }, [], "Who invites people?"], ["check/when", { now: "Now" }, [], "When?"]],
    none: [["_metrics/_lost", 2, []]],
  };
  const kept = {
    "_metrics/_won/w1": '["2026-03-11","The *report*, in minutes","12 h"]',
    "_metrics/_won/w2": '["","Fewer calls",""]',
    "_metrics/_won/w3": '["2026-03-02","","3"]',
    "_metrics/_won/w4": '["someday","Later",""]',
    "_metrics/_won/w5": "no row",
    "check/who": "admin",
  };
  const sheets = [["wins", "Value log"], ["quiz", "Check"], ["none", "None"]];
  assert.equal(
    saved(guide(), kept, rows, { sheets }).split("\n").slice(4).join("\n"),
    `## Value log

- 2 March 2026 · 3
- 11 March 2026 · The \\*report\\*, in minutes · 12 h
- someday · Later
- Fewer calls

## Check

- **Who invites people?** The admin · That is right.
`,
  );
});

test("who and what is waited for is named", () => {
  const steps = [step("a"), step("b", { needs: ["smb/a"] }), step("c", { needs: ["smb/a", "smb/b"] })];
  const text = saved(guide(phase("Begin", steps)), { "smb/c/_status": "waiting: [IT]\n# Ops" });
  assert.deepEqual(text.split("\n").slice(-4), [
    "- [ ] a (Day 1 · Not started)",
    "- [ ] b (Day 1 · Cannot start yet: a)",
    "- [ ] c (Day 1 · Waiting for \\[IT\\] \\# Ops)",
    "",
  ]);
});

test("no sign that was typed means anything, and no title is two lines", () => {
  const made = { ...guide(phase("*", [step("- a", { note: "Day 1 | ~b~" })])), plan: "A_B_C", title: "<b>" };
  assert.equal(
    saved(made),
    "# A\\_B\\_C: \\<b\\>\n\n0 of 1 step done\n\n## \\*\n\nNot started · 0 of 1 step done\n\n- [ ] \\- a (Day 1 \\| \\~b\\~ · Not started)\n",
  );
});
