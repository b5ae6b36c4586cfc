// What has changed in a guide since the last visit.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../../theme/scripts/dates/civil.ts";
import { changesIn, noteOf } from "../../../theme/scripts/guide/seen.ts";

const MAY = dayOf("2026-05-03");
const guide = (version, ...ids) => ({ version, phases: [{ steps: ids.map((id) => ({ key: `smb/${id}` })) }] });

test("new and removed steps are told, and the day of the last visit", () => {
  const note = noteOf(guide("1", "a", "b", "c"), MAY);
  const changes = changesIn(guide("2", "a", "c", "d", "e"), note, []);
  assert.deepEqual(changes, { added: new Set(["smb/d", "smb/e"]), removed: 1, since: MAY });
});

test("the same guide, other words and another order are no change", () => {
  const note = noteOf(guide("1", "a", "b"), MAY);
  assert.equal(changesIn(guide("1", "a", "b"), note, []), undefined);
  assert.equal(changesIn(guide("2", "b", "a"), note, []), undefined);
});

test("a step that was renamed is the same step", () => {
  const note = noteOf(guide("1", "log-in"), MAY);
  assert.equal(changesIn(guide("2", "sign-in"), note, [["smb/log-in", "smb/sign-in"]]), undefined);
});

test("who was never there, or has a note that is none, misses nothing", () => {
  for (const note of [undefined, "", "1", "1 today a b", "1 2026-13-03 a b", "x".repeat(2000)]) assert.equal(changesIn(guide("2", "a"), note, []), undefined);
});

test("a note of a guide of 300 steps is short enough to be kept, and tells them apart", () => {
  const ids = Array.from({ length: 300 }, (_, at) => `step-${at}`);
  const note = noteOf(guide("a6e060d3", ...ids), MAY);
  assert.ok(note.length < 2000);
  assert.ok(new Set(note.split(" ")).size > 300);
});
