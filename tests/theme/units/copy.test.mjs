// Progress that is carried from one browser to another: read-only until it is merged, and then the newest of both.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../../theme/scripts/link/fragment.ts";
import { copyOf, newsIn, readCopy } from "../../../theme/scripts/link/copy.ts";
import { SHARED } from "../../../theme/scripts/memory/state.ts";
import { Store, chance, tab } from "./shelves.mjs";

const SCOPES = ["enterprise", SHARED];

test("a copy says what is kept of a plan, and nothing of a personal link or of another plan", () => {
  const state = tab(new Store());
  for (const key of ["enterprise/a/b", "sso/create", "smb/a/b", "enterprise/_start", "enterprise/_customer", "enterprise/_reader/admin", "enterprise/admin/_seen"])
    state.set(key, "x");
  assert.deepEqual(Object.keys(copyOf(SCOPES, state).progress.entries).sort(), ["enterprise/_start", "enterprise/a/b", "sso/create"]);
});

test("carried by a link and merged, two browsers know the same, whichever is asked first", async () => {
  const random = chance(7);
  for (let round = 0; round < 20; round++) {
    let clock = 1;
    const [one, other] = [tab(new Store(), { now: () => clock }), tab(new Store(), { now: () => clock })];
    for (let act = 0; act < 60; act++) {
      clock += random(3);
      (random(2) ? one : other).set(`enterprise/step/i${random(9)}`, random(3) ? "1" : "");
    }
    const [of, ofOther] = await Promise.all(
      [one, other].map(async (state) => readCopy(await unpack(await pack(copyOf(SCOPES, state))), clock)),
    );
    const [news, newsOfOther] = [newsIn(ofOther, one), newsIn(of, other)];
    const before = new Map(one.entries());
    one.merge(ofOther);
    other.merge(of);
    assert.deepEqual(one.entries().sort(), other.entries().sort());
    const after = new Map(one.entries());
    const changed = new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
    assert.equal(news, changed.size);
    assert.equal(newsIn(of, one), 0);
    assert.ok(newsOfOther >= 0);
  }
});

test("what is no copy is refused, and what is no entry is left out", () => {
  for (const payload of [{}, { progress: null }, { progress: [] }, { progress: { version: 2, entries: { "a/b": ["1", 1] } } }, { progress: { version: 1, entries: { "a/b": "1", A: ["1", 1] } } }, { progress: { version: 1, entries: { "enterprise/_reader/admin": ["Ada", 1] } } }])
    assert.throws(() => readCopy(payload, 10), { reason: "shape" });
  const hostile = JSON.parse('{"progress": {"version": 1, "entries": {"__proto__": ["1", 1], "a/b": ["<b>", 5], "a/c": [1, 1]}}}');
  assert.deepEqual(readCopy(hostile, 10), { version: 1, entries: { "a/b": ["<b>", 5] } });
});

test("nothing in a copy is news because a key was called otherwise when it was made", () => {
  const store = new Store();
  const old = tab(store);
  old.set("enterprise/log-in/_done", "1");
  const copy = readCopy(copyOf(SCOPES, old), Date.now());
  const state = tab(store, { renamed: [["enterprise/log-in", "enterprise/sign-in"]] });
  assert.equal(newsIn(state.current(copy), state), 0);
});
