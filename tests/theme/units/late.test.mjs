// How late a reader is, and how long they took.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../../theme/scripts/dates/civil.ts";
import { Course } from "../../../theme/scripts/dates/course.ts";
import { lateIn } from "../../../theme/scripts/dates/late.ts";
import { WorkingDays } from "../../../theme/scripts/dates/working-days.ts";
import { daysSpent, lastTick } from "../../../theme/scripts/guide/spent.ts";

const MONDAY = dayOf("2026-11-02");
const working = new WorkingDays({ weekend: [5, 6], off: [], on: [] });
const dates = { course: new Course(new Map([["start", MONDAY], ["live", MONDAY + 30]]), [{ id: "live", day: 10, from: "start" }]), working };
const step = (day, more = {}) => ({ step: { key: `smb/${day}`, day, boxes: [], ...more.step }, state: more.state ?? "open" });
const late = (steps, today) => [...lateIn({ phases: [{ steps }] }, dates, today).values()];

test("one's own open steps are late from the day after the working day on which they were due", () => {
  assert.deepEqual(late([step(6)], MONDAY + 7), []); // day 6 is a Saturday: due on Monday
  assert.deepEqual(late([step(6)], MONDAY + 8), [1]);
  assert.deepEqual(late([step(1), step(3, { state: "current" }), step(5, { state: "waiting" })], MONDAY + 7), [7, 5, 3]);
});

test("what is done, does not apply, or has nothing to tick is not late", () => {
  const others = [step(1, { state: "done" }), step(1, { state: "away" }), { ...step(1), state: undefined }];
  assert.deepEqual(late(others, MONDAY + 70), []);
});

test("what moves with another day is late after that", () => {
  assert.deepEqual(late([step(11, { step: { from: "live" } })], MONDAY + 31), []);
  assert.deepEqual(late([step(11, { step: { from: "live" } })], MONDAY + 32), [1]);
});

test("what has no day is never late", () => {
  assert.deepEqual(late([step(undefined), step(undefined, { step: { from: "live" } })], MONDAY + 70), []);
});

test("nothing is late while no date is known", () => {
  assert.deepEqual([...lateIn({ phases: [{ steps: [step(1)] }] }, { ...dates, course: new Course(new Map()) }, MONDAY).values()], []);
});

test("a phase took the days from its first tick to its last, and was done with that", () => {
  const times = { "smb/a/x": new Date(2026, 10, 2, 23, 59).getTime(), "smb/b/y": new Date(2026, 10, 4, 0, 1).getTime() };
  const phase = { steps: [{ boxes: [["smb/a/x"]] }, { boxes: [["smb/b/y"], ["smb/b/z", 1]] }] };
  assert.equal(daysSpent(phase, (key) => times[key]), 3);
  assert.equal(daysSpent(phase, (key) => (key === "smb/a/x" ? times[key] : undefined)), 1);
  assert.equal(daysSpent(phase, () => undefined), 0);
  assert.equal(lastTick(phase, (key) => times[key]), times["smb/b/y"]);
  assert.equal(lastTick(phase, () => undefined), undefined);
});
