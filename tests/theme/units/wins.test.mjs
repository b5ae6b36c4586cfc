// The rows of the value log, as they are kept and as they are found again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newName, textOf, winOf, winsIn } from "../../../theme/scripts/measuring/wins.ts";

test("a row comes back as it was written", () => {
  const win = ["2026-03-11", 'The "monthly" report, in minutes', "12 h"];
  assert.deepEqual(winOf(textOf(win)), win);
});

test("a row with nothing in it is not kept", () => {
  assert.equal(textOf(["", "", ""]), "");
});

test("what is no row is left out", () => {
  for (const text of ["", "1", "null", "{}", "[]", '["a", "b"]', '["a", "b", 3]', "[[], [], []]", "not JSON"]) {
    assert.equal(winOf(text), undefined, text);
  }
});

test("rows stand by date, those without one at the end", () => {
  const rows = [
    ["_metrics/_won/wc", ["", "later", ""]],
    ["_metrics/_won/wb", ["2026-03-11", "second", ""]],
    ["_metrics/_won/wd", ["2026-03-11", "third", ""]],
    ["_metrics/_won/wa", ["2026-03-02", "first", ""]],
  ];
  const kept = [...rows.map(([key, win]) => [key, textOf(win)]), ["_metrics/_won/we", "no row"]];
  assert.deepEqual(winsIn(kept).map(([, [, what]]) => what), ["first", "second", "third", "later"]);
});

test("a new row has a name that can stand in a key", () => {
  for (const random of [0, 0.5, 0.999999]) assert.match(newName(1795737600000, random), /^[a-z][a-z0-9]*$/);
});
