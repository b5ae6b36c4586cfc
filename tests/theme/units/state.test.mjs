// The reader's state in tabs of one browser: nothing is lost between them, and nothing of others is touched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SHARED } from "../../../theme/scripts/memory/state.ts";
import { SITE, Store, chance, tab } from "./shelves.mjs";

const TRIALS = Number(process.env.TRIALS ?? 500);
const ITEM = `firstwin:${SITE}:enterprise`;

test("what was done is there when the page is opened again", () => {
  const store = new Store();
  const before = tab(store);
  before.set("enterprise/call/item", "1");
  before.set("connect-sso/create-app", "1");
  const after = tab(store);
  assert.equal(after.get("enterprise/call/item"), "1");
  assert.equal(after.get("connect-sso/create-app"), "1");
  assert.deepEqual(after.entries("enterprise/"), [["enterprise/call/item", "1"]]);
  assert.ok(after.kept);
  assert.deepEqual([...store.items.keys()].sort(), [ITEM, `firstwin:${SITE}:${SHARED}`]);
});

test("what is taken back is gone, and the rest stays", () => {
  const state = tab(new Store());
  state.set("smb/call/a", "1");
  state.set("smb/call/b", "1");
  state.forget("smb/call/a");
  assert.equal(state.get("smb/call/a"), undefined);
  assert.deepEqual(state.entries(), [["smb/call/b", "1"]]);
  assert.deepEqual(state.document("smb").entries["smb/call/a"], ["", 1001]);
});

test("tabs that change different things keep both, and hear of each other", () => {
  const store = new Store();
  const [one, other] = [tab(store), tab(store)];
  const heard = [];
  assert.equal(one.get("smb/call/b"), undefined);
  one.subscribe((keys) => heard.push(...keys));
  other.set("smb/call/b", "1");
  one.set("smb/call/a", "1");
  store.tell();
  for (const state of [one, other, tab(store)]) {
    assert.equal(state.get("smb/call/a"), "1");
    assert.equal(state.get("smb/call/b"), "1");
  }
  assert.deepEqual(heard.sort(), ["smb/call/a", "smb/call/b"]);
});

test("what a reader does is told from what a page follows", () => {
  const store = new Store();
  const [one, other] = [tab(store), tab(store)];
  const heard = [];
  assert.equal(one.get("smb/call/a"), undefined);
  one.subscribe((keys, why) => heard.push(`${[...keys].sort()} ${why}`));
  one.set("smb/call/a", "1");
  other.set("smb/call/b", "1");
  store.tell();
  one.merge({ version: 1, entries: { "smb/call/c": ["1", 2] } });
  one.setAll([["smb/call/a", ""], ["smb/call/b", ""], ["smb/call/c", "1"], ["connect-sso/a", ""], ["smb", "1"]]);
  assert.deepEqual(heard, ["smb/call/a act", "smb/call/b followed", "smb/call/c followed", "smb/call/a,smb/call/b followed"]);
  store.tell();
  assert.deepEqual(other.entries(), [["smb/call/c", "1"]]);
});

test("many changes are written once for each plan, and the last of one entry counts", () => {
  const store = new Store();
  const state = tab(store);
  state.setAll([["smb/call/a", "1"], ["smb/call/b", "1"], ["smb/call/a", ""], ["connect-sso/a", "1"]]);
  assert.equal(store.waiting.length, 2);
  assert.deepEqual(state.entries().sort(), [["connect-sso/a", "1"], ["smb/call/b", "1"]]);
});

test("whoever listens no more hears nothing", () => {
  const state = tab(new Store());
  let heard = 0;
  const stop = state.subscribe(() => heard++);
  state.set("smb/call/a", "1");
  state.set("smb/call/a", "1");
  stop();
  state.set("smb/call/b", "1");
  assert.equal(heard, 1);
});

test("a clock that goes back does not undo what is done now", () => {
  const store = new Store();
  tab(store, { now: () => 90_000 }).set("smb/call/a", "1");
  const later = tab(store, { now: () => 10_000 });
  later.forget("smb/call/a");
  assert.equal(tab(store, { now: () => 90_000 }).get("smb/call/a"), undefined);
});

const CLOSED = {
  denied: () => { throw new Error("SecurityError"); },
  missing: () => undefined,
  null: () => null,
};
for (const [name, open] of Object.entries(CLOSED)) {
  test(`a storage that is ${name}: it lasts for the visit, and that is said`, () => {
    const state = tab(undefined, { open });
    assert.ok(!state.kept);
    state.set("smb/call/a", "1");
    assert.equal(state.get("smb/call/a"), "1");
    assert.ok(!state.kept);
  });
}

test("a storage that is full: it lasts for the visit, and is kept again when there is room", () => {
  const store = new Store();
  store.room = 10;
  const state = tab(store);
  assert.ok(state.kept);
  state.set("smb/call/a", "1");
  assert.ok(!state.kept);
  store.room = Infinity;
  state.set("smb/call/b", "1");
  assert.ok(state.kept);
  assert.equal(tab(store).get("smb/call/a"), "1");
});

test("whatever lies in an item, the page begins anew and keeps what comes", () => {
  for (const text of ["", "{", "null", "[]", "0", "NaN", "\u0000", '{"version":9}', '{"version":1,"entries":7}', "x".repeat(100_000)]) {
    const store = new Store();
    store.items.set(ITEM, text);
    const state = tab(store);
    state.set("enterprise/call/a", "1");
    assert.deepEqual(tab(store).entries(), [["enterprise/call/a", "1"]]);
  }
});

test("another site on the host, and whatever else lies there, is left alone", () => {
  const store = new Store();
  const others = { "fw-scheme": "dark", "/.__palette": "{", [`firstwin:/other/:enterprise`]: "theirs", firstwin: "?" };
  for (const [name, text] of Object.entries(others)) store.items.set(name, text);
  const state = tab(store);
  state.set("enterprise/call/a", "1");
  state.follow("firstwin:/other/:enterprise");
  state.follow(null);
  assert.deepEqual(tab(store, { site: "/third/" }).entries(), []);
  for (const [name, text] of Object.entries(others)) assert.equal(store.items.get(name), text);
});

test("what was kept under an old key is there under the new one, also from an older copy", () => {
  const store = new Store();
  const old = tab(store);
  old.set("smb/log-in/a", "1");
  const copy = old.document("smb");
  const state = tab(store, { renamed: [["smb/log-in", "smb/sign-in"]] });
  assert.equal(state.get("smb/sign-in/a"), "1");
  assert.deepEqual(Object.keys(state.current(copy).entries), ["smb/sign-in/a"]);
  state.forget("smb/sign-in/a");
  state.merge(copy);
  assert.equal(state.get("smb/sign-in/a"), undefined);
  assert.deepEqual(tab(store).entries(), []);
});

test("what was kept of a plan under its old id is there under the new one, until it is taken back", () => {
  const store = new Store();
  const old = tab(store, { tiers: ["basic"], now: () => 1 });
  old.set("basic/log-in/a", "1");
  old.set("basic/_start", "2026-03-02");
  const state = tab(store, { renamed: [["basic", "smb"], ["smb/log-in", "smb/sign-in"]] });
  assert.deepEqual(state.entries("smb/").sort(), [["smb/_start", "2026-03-02"], ["smb/sign-in/a", "1"]]);
  state.forget("smb/sign-in/a");
  assert.equal(tab(store, { renamed: [["basic", "smb"], ["smb/log-in", "smb/sign-in"]] }).get("smb/sign-in/a"), undefined);
});

test("a copy from elsewhere is taken in, each entry where it belongs", () => {
  const state = tab(new Store());
  state.set("smb/call/a", "mine");
  const entries = { "smb/call/a": ["older", 1], "smb/call/b": ["1", 2], "connect-sso/a": ["1", 3], "not a key": ["1", 4] };
  state.merge({ version: 1, entries });
  assert.deepEqual(state.entries().sort(), [["connect-sso/a", "1"], ["smb/call/a", "mine"], ["smb/call/b", "1"]]);
  assert.deepEqual(Object.keys(state.document(SHARED).entries), ["connect-sso/a"]);
});

test("no key is kept that is none, and no text longer than may be", () => {
  const state = tab(new Store());
  state.set("__proto__/a", "1");
  state.set("smb", "1");
  state.set("smb/call/a", "x".repeat(9000));
  assert.equal(state.entries().length, 1);
  assert.equal(state.get("smb/call/a").length, 2000);
});

test("whatever is done in which tabs, what is kept is what was done last", () => {
  const pick = chance(48);
  const keys = ["smb/a/one", "smb/a/two", "enterprise/b/_done", "connect-sso/act", "answers/sso"];
  for (let trial = 0; trial < TRIALS; trial++) {
    const store = new Store();
    let clock = 0;
    const open = () => tab(store, { now: () => ++clock });
    const tabs = [open(), open(), open()];
    const model = new Map();
    for (let act = 0; act < 20; act++) {
      const [at, key, value] = [pick(3), keys[pick(5)], ["1", "", "two words"][pick(3)]];
      const kind = pick(10);
      if (kind === 0) tabs[at] = open();
      else if (kind < 3) store.tell();
      else {
        store.tell(); // a person reads what a tab shows before they change it
        tabs[at].set(key, value);
        model.set(key, value);
      }
    }
    store.tell();
    const done = [...model].filter(([, value]) => value).sort();
    for (const state of [...tabs, open()]) assert.deepEqual(state.entries().sort(), done);
  }
});
