// What scripts say: English as it stands, or what the site says instead.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { counted, say } from "../../../theme/scripts/words.ts";

function page({ lang = "en", dir = "ltr", words } = {}) {
  globalThis.window = { fwWords: words };
  globalThis.document = { documentElement: { lang }, body: { dir } };
}

afterEach(() => {
  delete globalThis.window;
  delete globalThis.document;
});

test("without a catalogue it is said in English", () => {
  page();
  assert.equal(say("progress", "Next: {step}", { step: "Call {step}" }), "Next: Call {step}");
  assert.equal(counted("progress", "{number} step", "{number} steps", 1), "1 step");
  assert.equal(counted("progress", "{number} step", "{number} steps", 1200), "1,200 steps");
});

test("in another language by its own rules for numbers", () => {
  const steps = { one: "{number} krok", few: "{number} kroky", many: "{number} kroku", other: "{number} kroků" };
  page({ lang: "cs", words: { progress: { "Next: {step}": "Dále: {step}", "{number} step": steps } } });
  assert.equal(say("progress", "Next: {step}", { step: "Hovor" }), "Dále: Hovor");
  assert.equal(say("elsewhere", "Next: {step}", { step: "Hovor" }), "Next: Hovor");
  assert.deepEqual([1, 3, 5].map((number) => counted("progress", "{number} step", "{number} steps", number)), ["1 krok", "3 kroky", "5 kroků"]);
});

test("numbers are written as the language does", () => {
  page({ lang: "de" });
  assert.equal(counted("progress", "{number} step", "{number} steps", 1200), "1.200 steps");
});

test("what is written in the other direction keeps to itself", () => {
  page();
  assert.equal(say("a", "{name} is next", { name: "שלום" }), "\u2068שלום\u2069 is next");
  page({ lang: "he", dir: "rtl" });
  assert.equal(say("a", "{name} הבא", { name: "Ada" }), "\u2068Ada\u2069 הבא");
  assert.equal(say("a", "{name} הבא", { name: "123" }), "123 הבא");
});

test("a name that nothing fills in stays as it is", () => {
  page();
  assert.equal(say("a", "{what} {constructor}", {}), "{what} {constructor}");
});
