// What a personal link makes of a plan, and what is left when it is undone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { contactsOf, ownOf, take, undo, use } from "../../../theme/scripts/link/own.ts";
import { readPersonal } from "../../../theme/scripts/link/personal.ts";
import { Store, tab } from "./shelves.mjs";

const SAID = {
  to: "Ada Lovelace",
  customer: "Acme Harbour",
  tier: "enterprise",
  persona: "admin",
  start: "2026-11-02",
  contacts: { "success-manager": { name: "Maria", url: "mailto:maria@acme.example" }, support: { name: "Ben" } },
  answers: { hosting: "cloud", "data-migration": "yes" },
  targets: ["One", "Two"],
  notes: Array.from({ length: 12 }, (_, at) => `Note ${at}`),
};
const personal = (changes = {}) => readPersonal({ personal: { ...SAID, ...changes } });
const { start, answers, ...rest } = SAID;
const without = readPersonal({ personal: rest });

test("what a link says is kept, and shown to its reader", () => {
  const state = tab(new Store());
  assert.deepEqual(take(personal(), state), []);
  assert.equal(state.get("enterprise/_start"), "2026-11-02");
  assert.equal(state.get("answers/hosting"), "cloud");
  const own = ownOf("enterprise", "admin", state);
  assert.deepEqual(own, { reader: "Ada Lovelace", customer: "Acme Harbour", targets: SAID.targets, notes: SAID.notes });
  assert.equal(ownOf("enterprise", "champion", state), undefined);
  assert.equal(ownOf("smb", "admin", state), undefined);
  assert.deepEqual(
    [...contactsOf("enterprise", state)],
    [["success-manager", { name: "Maria", url: "mailto:maria@acme.example" }], ["support", { name: "Ben", url: undefined }]],
  );
});

test("dates of other days of the plan are kept, and come and go with the link", () => {
  const state = tab(new Store());
  state.set("enterprise/move-in/_day", "2026-12-05");
  const days = { "go-live": "2026-12-15", "move-in": "2026-12-06" };
  const conflicts = take(personal({ days }), state);
  assert.deepEqual(conflicts, [{ key: "enterprise/move-in/_day", own: "2026-12-05", linked: "2026-12-06" }]);
  assert.equal(state.get("enterprise/go-live/_day"), "2026-12-15");
  use("enterprise", conflicts, state);
  assert.equal(state.get("enterprise/move-in/_day"), "2026-12-06");
  take(personal({ days: { "move-in": "2026-12-06" } }), state);
  assert.equal(state.get("enterprise/go-live/_day"), undefined);
  undo("enterprise", state);
  assert.equal(state.get("enterprise/move-in/_day"), "2026-12-05");
  assert.throws(() => personal({ days: { "go-live": "2026-02-30" } }));
});

test("what the reader has said stays until they choose otherwise", () => {
  const state = tab(new Store());
  state.set("enterprise/_start", "2026-12-01");
  state.set("answers/hosting", "self-managed");
  const conflicts = take(personal(), state);
  assert.deepEqual(conflicts, [
    { key: "enterprise/_start", own: "2026-12-01", linked: "2026-11-02" },
    { key: "answers/hosting", own: "self-managed", linked: "cloud" },
  ]);
  assert.equal(state.get("enterprise/_start"), "2026-12-01");
  use("enterprise", conflicts, state);
  assert.equal(state.get("answers/hosting"), "cloud");
});

test("what the reader had said comes back when the link that they took over is undone", () => {
  const state = tab(new Store());
  state.set("enterprise/_start", "2026-12-01");
  use("enterprise", take(personal(), state), state);
  assert.equal(state.get("enterprise/_start"), "2026-11-02");
  assert.deepEqual(take(personal({ start: "2026-11-09" }), state), []);
  assert.equal(state.get("enterprise/_start"), "2026-11-09");
  undo("enterprise", state);
  assert.deepEqual(state.entries(), [["enterprise/_start", "2026-12-01"]]);
});

test("what a newer link no longer says is as if no link had said it", () => {
  const state = tab(new Store());
  state.set("answers/hosting", "self-managed");
  use("enterprise", take(personal(), state), state);
  take(without, state);
  const facts = () => state.entries().filter(([key]) => /_start|answers/.test(key));
  assert.deepEqual(facts(), [["answers/hosting", "self-managed"]]);
  take(personal(), state);
  state.set("enterprise/_start", "2026-12-24"); // the reader's own, from now on
  take(without, state);
  assert.deepEqual(facts().sort(), [["answers/hosting", "self-managed"], ["enterprise/_start", "2026-12-24"]]);
});

test("a reader who comes to say what a link said, and what it did not, keeps it", () => {
  const state = tab(new Store());
  take(personal(), state);
  state.set("enterprise/_start", "2026-12-24");
  assert.equal(take(personal({ start: "2026-11-09" }), state).length, 1);
  state.set("enterprise/_start", "2026-11-02");
  undo("enterprise", state);
  assert.deepEqual(state.entries(), [["enterprise/_start", "2026-11-02"]]);
});

test("what the reader has said in another tab just now is theirs", () => {
  const store = new Store();
  const [state, other] = [tab(store), tab(store)];
  take(personal(), state);
  store.tell();
  other.set("enterprise/_start", "2026-12-24"); // and no event has come yet
  assert.equal(take(personal({ start: "2026-11-09" }), state).length, 1);
  other.set("answers/hosting", "self-managed");
  undo("enterprise", state);
  assert.deepEqual(state.entries().sort(), [["answers/hosting", "self-managed"], ["enterprise/_start", "2026-12-24"]]);
});

test("a link is one change, and no act of its reader", () => {
  const state = tab(new Store());
  const heard = [];
  state.entries(); // what a page shows it knows
  state.subscribe((keys, why) => heard.push([keys.has("enterprise/_customer"), why]));
  take(personal(), state);
  undo("enterprise", state);
  const once = [[true, "followed"], [false, "followed"]]; // of the plan, and of the answers, which plans share
  assert.deepEqual(heard, [...once, ...once]);
});

test("a newer link wins over an older one, and leaves nothing of it", () => {
  const state = tab(new Store());
  take(personal(), state);
  assert.deepEqual(take(personal({ start: "2026-11-09", targets: [], contacts: {}, notes: ["Other"] }), state), []);
  assert.equal(state.get("enterprise/_start"), "2026-11-09");
  assert.deepEqual(ownOf("enterprise", "admin", state)?.notes, ["Other"]);
  assert.deepEqual(contactsOf("enterprise", state).size, 0);
});

test("two guides of one plan in one browser have a reader each", () => {
  const state = tab(new Store());
  take(personal(), state);
  take(personal({ to: "Ben", persona: "champion" }), state);
  assert.equal(ownOf("enterprise", "admin", state)?.reader, "Ada Lovelace");
  assert.equal(ownOf("enterprise", "champion", state)?.reader, "Ben");
});

test("undone, nothing is left but what the reader has said and done", () => {
  const state = tab(new Store());
  state.set("enterprise/call/item", "1");
  take(personal(), state);
  state.set("answers/hosting", "self-managed");
  undo("enterprise", state);
  assert.deepEqual(state.entries().sort(), [["answers/hosting", "self-managed"], ["enterprise/call/item", "1"]]);
});

test("what lies in a storage is no address because it lies there", () => {
  const state = tab(new Store());
  for (const [at, url] of ["javascript:alert(1)", "https://a@b.example", "//b.example", ""].entries())
    state.set(`enterprise/_contact/c${at}`, `Ada\n${url}`);
  assert.ok([...contactsOf("enterprise", state).values()].every(({ url }) => url === undefined));
});
