// Documents: whatever is read becomes one, and in whichever order they meet they become the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, LONGEST, isKey, merge, parse, read, renamed } from "../../../theme/scripts/memory/document.ts";
import { chance } from "./shelves.mjs";

const NOW = 1_800_000_000_000;
const KEYS = ["enterprise/kickoff", "enterprise/call/_done", "smb/_start", "connect-sso/create-app", "plays/silent/ask/_done"];

const of = (entries) => ({ version: 1, entries });

function random(pick) {
  const keys = KEYS.filter(() => pick(2));
  return of(Object.fromEntries(keys.map((key) => [key, [["", "1", "later", "it's here"][pick(4)], pick(4)]])));
}

test("what is kept is read as it was written", () => {
  const document = of({ "enterprise/call/item": ["1", 5], "enterprise/call/field": ["Zoë's \u2028 <b>", 7], "smb/_start": ["", 9], "plan/table/_1/column": ["x", 9] });
  assert.deepEqual(read(JSON.stringify(document), NOW), document);
});

test("whatever else is read is left out, and the rest stays", () => {
  const good = ["1", 5];
  const bad = {
    "__proto__/a": good, constructor: good, "": good, a: good, "a/b/c/d/e": good, "A/b": good, "a//b": good, "a/b ": good,
    "a/-b": good, "a/b--c": good, "a/1b": good, "a/_1b": good, "a/_": good, "a/b\n": good, ["a/" + "b".repeat(300)]: good,
    "b/a": "1", "b/b": ["1"], "b/c": [1, 5], "b/d": ["1", "5"], "b/e": ["1", NaN], "b/f": ["1", 1.5], "b/g": ["1", -1],
    "b/h": ["x".repeat(LONGEST + 1), 5], "b/i": null, "b/j": { 0: "1", 1: 5 }, "b/k": ["1", Infinity],
  };
  assert.deepEqual(parse(of({ ...bad, "a/b": good }), NOW), of({ "a/b": good }));
  const polluted = JSON.parse('{"version":1,"entries":{"__proto__":{"a/b":["1",5]},"c/d":["1",5]}}');
  assert.deepEqual(parse(polluted, NOW), of({ "c/d": good }));
  assert.equal({}["a/b"], undefined);
});

test("what is no document is an empty one", () => {
  const texts = [null, "", "null", "1", '"a"', "[]", "{}", '{"version":2,"entries":{}}', '{"version":1}', "{", "\0", "[[[[", "undefined"];
  const odd = ['{"version":1,"entries":[["a/b","1"]]}', '{"version":1,"entries":null}', '{"version":"1","entries":{"a/b":["1",5]}}'];
  for (const text of [...texts, ...odd]) assert.deepEqual(read(text, NOW), EMPTY, text);
});

test("a time that has not come counts as now", () => {
  const at = (time) => parse(of({ "a/b": ["1", time] }), NOW).entries["a/b"][1];
  assert.equal(at(NOW + 1000), NOW + 1000);
  assert.equal(at(8.64e15), NOW);
});

test("keys are those of docs/keys.md", () => {
  for (const key of [...KEYS, "smb/go-live/_day", "answers/data-migration", "plays/a/b/item-2", "a/_status"]) assert.ok(isKey(key), key);
  for (const key of ["enterprise", "_done", "a/b/c/d/e", "a/B", "a/b_c", "a/__proto__", "a/b/"]) assert.ok(!isKey(key), key);
});

test("merging is the same in any order, and twice is once", () => {
  const pick = chance(10);
  for (let trial = 0; trial < 2000; trial++) {
    const [a, b, c] = [random(pick), random(pick), random(pick)];
    const most = 1 + pick(5);
    const both = (one, other) => merge(one, other, most);
    assert.deepEqual(sorted(both(a, b)), sorted(both(b, a)));
    assert.deepEqual(sorted(both(both(a, b), c)), sorted(both(a, both(b, c))));
    assert.deepEqual(sorted(both(both(a, b), b)), sorted(both(a, b)));
  }
});

test("the newer entry wins, and what was taken back stays away", () => {
  const merged = merge(of({ "a/b": ["", 6], "a/c": ["1", 1] }), of({ "a/b": ["1", 5], "a/c": ["2", 2] }));
  assert.deepEqual(merged, of({ "a/b": ["", 6], "a/c": ["2", 2] }));
});

test("of too many entries the newest stay", () => {
  const many = of(Object.fromEntries(Array.from({ length: 7000 }, (_, at) => [`a/item-${at}`, ["1", at]])));
  const kept = parse(many, NOW).entries;
  assert.equal(Object.keys(kept).length, 5000);
  assert.ok(kept["a/item-6999"]);
  assert.equal(kept["a/item-1999"], undefined);
});

test("what lies below an old key moves along, in the order of the changes", () => {
  const document = of({ "smb/log-in": ["1", 1], "smb/log-in/a": ["1", 2], "smb/log-in-again/a": ["1", 3], "smb/sign-in/b": ["", 9] });
  const pairs = [["smb/log-in", "smb/sign-in"], ["smb/sign-in/a", "smb/sign-in/b"]];
  const moved = of({ "smb/sign-in": ["1", 1], "smb/sign-in/b": ["", 9], "smb/log-in-again/a": ["1", 3] });
  assert.deepEqual(renamed(document, pairs), moved);
  assert.deepEqual(renamed(moved, pairs), moved);
});

function sorted({ entries }) {
  return Object.entries(entries).sort();
}
