// How far a reader is: what is done, what is next, and what has to wait.

import assert from "node:assert/strict";
import { test } from "node:test";
import { applies, progressOf } from "../../../theme/scripts/guide/progress.ts";
import { chance } from "./shelves.mjs";

const step = (id, more = {}) => ({ key: `smb/${id}`, title: id, anchor: id, day: 1, note: "", boxes: [[`smb/${id}/_done`]], ...more });
const phase = (id, steps, more = {}) => ({ key: `smb/${id}`, title: id, address: `smb/admin/${id}/`, steps, ...more });
const guide = (...phases) => ({ tier: "smb", persona: "admin", title: "Admin", plan: "SMB", address: "smb/admin/", version: "1", phases });
const kept = (...entries) => {
  const map = new Map(entries.map((entry) => (typeof entry === "string" ? [entry, "1"] : entry)));
  return (key) => map.get(key);
};
const states = ({ phases }) => phases.flatMap(({ steps }) => steps.map(({ state }) => state));

test("nothing is begun", () => {
  const { done, all, next, phases } = progressOf(guide(phase("one", [step("a"), step("b")]), phase("two", [step("c")])), kept());
  assert.deepEqual([done, all, next.step.key], [0, 2 + 1, "smb/a"]);
  assert.deepEqual(phases.map(({ state }) => state), ["open", "open"]);
});

test("a step is done when its required boxes are ticked, and in progress when any is", () => {
  const boxes = [["smb/a/x"], ["smb/a/y"], ["smb/a/z", 1]];
  const of = (...keys) => progressOf(guide(phase("one", [step("a", { boxes })])), kept(...keys));
  assert.deepEqual(states(of("smb/a/z")), ["current"]);
  assert.deepEqual(states(of("smb/a/x")), ["current"]);
  assert.deepEqual(states(of("smb/a/x", "smb/a/y")), ["done"]);
  assert.equal(of("smb/a/x", "smb/a/y").phases[0].state, "done");
});

test("optional steps, and those with nothing to tick, are not counted", () => {
  const { done, all, next } = progressOf(
    guide(phase("one", [step("a", { optional: true }), step("b", { boxes: [] }), step("c")])),
    kept("smb/a/_done"),
  );
  assert.deepEqual([done, all, next.step.key], [0, 1, "smb/c"]);
});

test("an email that its reader only gets holds nothing up, and comes next when all else is done", () => {
  const made = guide(
    phase("one", [step("a", { gets: true }), step("b", { needs: ["smb/a"] })]),
    phase("two", [step("c")], { needs: ["smb/one"] }),
  );
  const next = (...done) => progressOf(made, kept(...done)).next?.step.key;
  assert.deepEqual(states(progressOf(made, kept("smb/b/_done"))), ["open", "done", "open"]);
  assert.deepEqual([next(), next("smb/b/_done"), next("smb/b/_done", "smb/c/_done")], ["smb/b", "smb/c", "smb/a"]);
  assert.equal(next("smb/a/_done", "smb/b/_done", "smb/c/_done"), undefined);
});

test("what needs an undone step or phase cannot start yet, and says what it waits for", () => {
  const made = guide(
    phase("one", [step("a"), step("b", { needs: ["smb/a"] })]),
    phase("two", [step("c")], { needs: ["smb/one"] }),
  );
  const before = progressOf(made, kept());
  assert.deepEqual(states(before), ["open", "waiting", "waiting"]);
  assert.deepEqual(before.phases[0].steps[1].blocked.map(({ title }) => title), ["a"]);
  assert.deepEqual(before.phases[1].blocked.map(({ title }) => title), ["one"]);
  assert.equal(before.phases[1].state, "waiting");
  assert.deepEqual(states(progressOf(made, kept("smb/a/_done"))), ["done", "open", "waiting"]);
  assert.deepEqual(states(progressOf(made, kept("smb/a/_done", "smb/b/_done"))), ["done", "done", "open"]);
  assert.deepEqual(states(progressOf(made, kept("smb/c/_done"))), ["open", "waiting", "done"]);
});

test("what others see to, and what is optional in a phase, holds nobody up", () => {
  const made = guide(
    phase("one", [step("theirs", { boxes: [] }), step("extra", { optional: true }), step("a", { needs: ["smb/theirs"] })]),
    phase("two", [step("c")], { needs: ["smb/one"] }),
  );
  assert.deepEqual(states(progressOf(made, kept("smb/a/_done"))), [undefined, "open", "done", "open"]);
});

test("what comes after onboarding is counted by its phases, and is next when all else is done", () => {
  const made = guide(phase("later", [step("x"), step("y")], { after: true }), phase("one", [step("a")]));
  const before = progressOf(made, kept("smb/x/_done"));
  assert.deepEqual([before.done, before.all, before.next.step.key], [0, 1, "smb/a"]);
  assert.deepEqual([before.phases[0].done, before.phases[0].all], [1, 2]);
  const after = progressOf(made, kept("smb/a/_done"));
  assert.deepEqual([after.done, after.all, after.next.step.key], [1, 1, "smb/x"]);
});

test("what is begun comes before what is not", () => {
  const boxes = [["smb/b/x"], ["smb/b/y"]];
  const made = guide(phase("one", [step("a"), step("b", { boxes }), step("c", { needs: ["smb/b"] })]));
  assert.equal(progressOf(made, kept("smb/b/x")).next.step.key, "smb/b");
  assert.equal(progressOf(made, kept("smb/b/x", "smb/b/y", "smb/c/_done")).next.step.key, "smb/a");
  assert.equal(progressOf(made, kept("smb/a/_done", "smb/b/x", "smb/b/y", "smb/c/_done")).next, undefined);
});

test("answers take away what does not apply, and an open question leaves it", () => {
  const rules = { yes: ["data"], no: ["not data"], list: ["accounts: list"], both: ["data", "accounts: list"] };
  const of = (...answers) => Object.keys(rules).filter((name) => applies(rules[name], kept(...answers)));
  assert.deepEqual(of(), ["yes", "no", "list", "both"]);
  assert.deepEqual(of(["answers/data", "yes"]), ["yes", "list", "both"]);
  assert.deepEqual(of(["answers/data", "no"]), ["no", "list"]);
  assert.deepEqual(of(["answers/accounts", "directory"]), ["yes", "no"]);
  assert.deepEqual(of(["answers/data", "yes"], ["answers/accounts", "list"]), ["yes", "list", "both"]);
});

test("of alternatives one will do, and an open question leaves all", () => {
  const rules = ["sso or accounts: list", "not data"];
  const of = (...answers) => applies(rules, kept(...answers));
  assert.equal(of(["answers/sso", "no"]), true);
  assert.equal(of(["answers/sso", "no"], ["answers/accounts", "list"]), true);
  assert.equal(of(["answers/sso", "yes"], ["answers/accounts", "directory"]), true);
  assert.equal(of(["answers/sso", "no"], ["answers/accounts", "directory"]), false);
  assert.equal(of(["answers/sso", "yes"], ["answers/data", "yes"]), false);
});

test("what does not apply is not counted, and holds nobody up", () => {
  const boxes = [["smb/b/x"], ["smb/b/y", 0, ["data"]]];
  const made = guide(phase("one", [step("a", { only: ["data"] }), step("b", { boxes, needs: ["smb/a"] })]));
  const { done, all, phases } = progressOf(made, kept(["answers/data", "no"], "smb/b/x"));
  assert.deepEqual([done, all], [1, 1]);
  assert.deepEqual(states({ phases }), ["away", "done"]);
});

test("of boxes of which some are enough, those that are ticked are needed, or the first", () => {
  const boxes = [["smb/a/x"], ["smb/a/y"], ["smb/a/z"], ["smb/a/else"]];
  const made = guide(phase("one", [step("a", { boxes, enough: [[1, "smb/a/x", "smb/a/y", "smb/a/z"]] })]));
  const of = (...ticked) => {
    const [{ state, ticked: done, of }] = progressOf(made, kept(...ticked)).phases[0].steps;
    return [state, done, of];
  };
  assert.deepEqual(of(), ["open", 0, 2]);
  assert.deepEqual(of("smb/a/y"), ["current", 1, 2]);
  assert.deepEqual(of("smb/a/y", "smb/a/z"), ["current", 1, 2]);
  assert.deepEqual(of("smb/a/z", "smb/a/else"), ["done", 2, 2]);
  assert.deepEqual(of("smb/a/else"), ["current", 1, 2]);
});

test("of steps of which some are enough, as many are counted, and the others hold nobody up", () => {
  const enough = [[2, "smb/a", "smb/b", "smb/c"]];
  const made = guide(
    phase("one", [step("a"), step("b", { only: ["data"] }), step("c")], { enough }),
    phase("two", [step("d", { needs: ["smb/c"] })], { needs: ["smb/one"] }),
  );
  const of = (...done) => {
    const { done: count, all, next, phases } = progressOf(made, kept(...done));
    return [count, all, phases[0].state, next?.step.key];
  };
  assert.deepEqual(of(), [0, 3, "open", "smb/a"]);
  assert.deepEqual(of("smb/c/_done"), [1, 3, "current", "smb/a"]);
  assert.deepEqual(of("smb/a/_done", "smb/c/_done"), [2, 3, "done", "smb/d"]);
  assert.deepEqual(of("smb/a/_done", "smb/b/_done"), [2, 3, "done", "smb/d"]);
  assert.deepEqual(of("smb/a/_done", "smb/b/_done", "smb/c/_done"), [2, 3, "done", "smb/d"]);
  assert.deepEqual(of(["answers/data", "no"], "smb/a/_done"), [1, 3, "current", "smb/c"]);
});

test("a phase that does not apply takes its steps along, and holds nobody up", () => {
  const made = guide(
    phase("one", [step("a"), step("b", { only: ["sso"] })], { only: ["data", "hosting: own"] }),
    phase("two", [step("c", { needs: ["smb/a"] })], { needs: ["smb/one"] }),
  );
  const of = (...answers) => {
    const { all, phases, next } = progressOf(made, kept(...answers));
    return [all, phases.map(({ state, all }) => [state, all]), states({ phases }), next.step.key];
  };
  const whole = [3, [["open", 2], ["waiting", 1]], ["open", "open", "waiting"], "smb/a"];
  assert.deepEqual(of(), whole);
  assert.deepEqual(of(["answers/data", "yes"], ["answers/hosting", "own"]), whole);
  const without = [1, [["away", 0], ["open", 1]], ["away", "away", "open"], "smb/c"];
  assert.deepEqual(of(["answers/data", "no"]), without);
  assert.deepEqual(of(["answers/data", "yes"], ["answers/hosting", "ours"], "smb/a/_done"), without);
  assert.deepEqual(of(["answers/sso", "no"])[1], [["open", 1], ["waiting", 1]]);
});

test("what a reader says of a step counts", () => {
  const made = guide(phase("one", [step("a"), step("b", { needs: ["smb/a"] })]));
  const waits = progressOf(made, kept(["smb/a/_status", "waiting: Ada"]));
  assert.deepEqual(states(waits), ["waiting", "waiting"]);
  assert.equal(waits.next.step.key, "smb/a");
});

test("only what its author allows can be said to be not for us, whatever is kept", () => {
  const of = (more) => guide(phase("one", [step("a", more), step("b", { needs: ["smb/a"] })]));
  const said = kept(["smb/a/_status", "not-for-us: no directory"]);
  assert.deepEqual(states(progressOf(of({ away: true }), said)), ["away", "open"]);
  assert.equal(progressOf(of({ away: true }), said).all, 1);
  assert.deepEqual(states(progressOf(of({ optional: true }), said)), ["open", "waiting"]);
});

test("whatever is ticked, the sums are those of the steps", () => {
  const pick = chance(12);
  for (let trial = 0; trial < 300; trial++) {
    const ids = [..."abcdefgh"];
    const steps = ids.map((id) => step(id, {
      ...(pick(4) ? {} : { optional: true }),
      ...(pick(5) ? {} : { boxes: [] }),
      ...(pick(2) ? {} : { needs: [`smb/${ids[pick(8)]}`, pick(2) ? "smb/one" : "smb/nowhere"] }),
      ...(pick(3) ? {} : { only: [pick(2) ? "data" : "not data"] }),
    }));
    const made = guide(phase("one", steps.slice(0, 4)), phase("two", steps.slice(4), { needs: ["smb/one"], ...(pick(3) ? {} : { only: ["data"] }) }));
    const entries = [...ids.filter(() => pick(2)).map((id) => `smb/${id}/_done`), ["answers/data", ["", "yes", "no"][pick(3)]]];
    const progress = progressOf(made, kept(...entries));
    const counted = progress.phases.flatMap((each) => each.steps).filter(({ counts }) => counts);
    assert.equal(progress.all, counted.length);
    assert.equal(progress.done, counted.filter(({ state }) => state === "done").length);
    assert.equal(progress.next === undefined, progress.done === progress.all);
    assert.equal(progress.all, progress.phases.reduce((sum, { all }) => sum + all, 0));
  }
});
