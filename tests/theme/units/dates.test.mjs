// Dates as pages write them, and how late something is.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { dayOf } from "../../../theme/scripts/dates/civil.ts";
import { bare, full, long, short, span, urgencyOf } from "../../../theme/scripts/dates/format.ts";

const day = (text) => dayOf(text) ?? assert.fail(text);
const plain = (text) => text.replaceAll(/\s/g, " ");

function page(lang) {
  globalThis.document = { documentElement: { lang } };
}

afterEach(() => delete globalThis.document);

test("a date has its year where that is not this one", () => {
  page("en");
  const today = day("2026-12-30");
  assert.equal(plain(short(day("2026-12-31"), today)), "Thu, 31 Dec");
  assert.equal(plain(short(day("2027-01-01"), today)), "Fri, 1 Jan 2027");
  assert.equal(plain(bare(day("2027-01-01"))), "1 Jan");
  assert.equal(plain(long(day("2024-02-29"))), "Thursday, 29 February 2024");
  assert.equal(plain(full(day("2026-05-03"))), "3 May 2026");
  assert.equal(plain(span(day("2026-12-03"), day("2026-12-05"), today)), "3–5 Dec");
});

test("dates are written as the language of the page writes them", () => {
  page("de");
  assert.equal(plain(long(day("2026-03-02"))), "Montag, 2. März 2026");
  assert.equal(plain(full(day("2026-05-03"))), "3. Mai 2026");
});

test("a deadline is late, due today, or due before the week is over", () => {
  const thursday = day("2026-11-26");
  const said = (text) => urgencyOf(day(text), thursday);
  assert.deepEqual(said("2026-11-25"), { late: 1 });
  assert.deepEqual(said("2025-11-26"), { late: 365 });
  assert.equal(said("2026-11-26"), "today");
  assert.equal(said("2026-11-27"), "week");
  assert.equal(said("2026-11-29"), "week");
  assert.equal(said("2026-11-30"), undefined);
});
