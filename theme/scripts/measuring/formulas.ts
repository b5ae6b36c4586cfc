/**
 * What worksheets reckon: a figure from what was written, or what keeps it from being one.
 *
 * In: the kind of a worksheet, and the texts of its inputs by their names, as inputs of numbers and dates give them. Out: the
 * figure, or what is missing or cannot be. The names are those of `firstwin.models.worksheet`.
 */

import { dayOf } from "../dates/civil.ts";

/** What a figure is: of a hundred, months, days, or just a number. */
export type Form = "percent" | "score" | "months" | "days" | "number";

interface Sheet {
  readonly inputs: readonly string[];
  readonly form: Form;
  /** What is divided by: the sum of these is more than nothing. */
  readonly whole: readonly string[];
  /** What cannot be more than the whole. */
  readonly part?: string;
  readonly figure: (...values: number[]) => number;
}

export type Fault = "missing" | "not-a-number" | "negative" | "large" | "no-whole" | "part" | "order";
export type Outcome = { readonly value: number } | { readonly fault: Fault; readonly names: readonly string[] };

const LARGEST = 1e12;

const SHEETS: Readonly<Record<string, Sheet>> = {
  "net-promoter-score": {
    inputs: ["promoters", "passives", "detractors"],
    form: "score",
    whole: ["promoters", "passives", "detractors"],
    figure: (promoters = 0, passives = 0, detractors = 0) =>
      ((promoters - detractors) / (promoters + passives + detractors)) * 100,
  },
  "churn-rate": {
    inputs: ["lost", "at-start", "new"],
    form: "percent",
    whole: ["at-start", "new"],
    part: "lost",
    figure: (lost = 0, atStart = 0, added = 0) => (lost / (atStart + added)) * 100,
  },
  "activation-rate": {
    inputs: ["activated", "invited"],
    form: "percent",
    whole: ["invited"],
    part: "activated",
    figure: (activated = 0, invited = 0) => (activated / invited) * 100,
  },
  "lifetime-value": {
    inputs: ["value", "purchases"],
    form: "number",
    whole: [],
    figure: (value = 0, purchases = 0) => value * purchases,
  },
  "churn-time": {
    inputs: ["months", "customers"],
    form: "months",
    whole: ["customers"],
    figure: (months = 0, customers = 0) => months / customers,
  },
  "time-to-value": {
    inputs: ["start", "outcome"],
    form: "days",
    whole: [],
    figure: (start = 0, outcome = 0) => outcome - start + 1,
  },
  "return-on-investment": {
    inputs: ["gain", "cost"],
    form: "percent",
    whole: ["cost"],
    figure: (gain = 0, cost = 0) => ((gain - cost) / cost) * 100,
  },
};

/** What the figure of a worksheet is; undefined where there is no such worksheet. */
export function formOf(kind: string): Form | undefined {
  return SHEETS[kind]?.form;
}

export function outcome(kind: string, written: Readonly<Record<string, string>>): Outcome | undefined {
  const sheet = SHEETS[kind];
  if (!sheet) return undefined;
  const fault = (found: Fault, names: readonly string[]): Outcome => ({ fault: found, names });
  const where = (holds: (text: string) => boolean): string[] => sheet.inputs.filter((name) => holds(written[name] ?? ""));

  const missing = where((text) => text.trim() === "");
  if (missing.length > 0) return fault("missing", missing);
  if (sheet.form === "days") return between(sheet, written);
  for (const [found, holds] of AMISS) {
    const names = where((text) => holds(Number(text)));
    if (names.length > 0) return fault(found, names);
  }
  const value = (name: string): number => Number(written[name]);
  const whole = sheet.whole.reduce((sum, name) => sum + value(name), 0);
  if (sheet.whole.length > 0 && whole === 0) return fault("no-whole", sheet.whole);
  if (sheet.part && value(sheet.part) > whole) return fault("part", [sheet.part, ...sheet.whole]);
  return { value: sheet.figure(...sheet.inputs.map(value)) };
}

const AMISS: readonly (readonly [Fault, (value: number) => boolean])[] = [
  ["not-a-number", Number.isNaN],
  ["negative", (value) => value < 0],
  ["large", (value) => value > LARGEST],
];

function between(sheet: Sheet, written: Readonly<Record<string, string>>): Outcome {
  const days = sheet.inputs.map((name) => dayOf(written[name] ?? ""));
  const unreadable = sheet.inputs.filter((_, index) => days[index] === undefined);
  if (unreadable.length > 0) return { fault: "not-a-number", names: unreadable };
  const [start = 0, end = 0] = days as number[];
  return end < start ? { fault: "order", names: sheet.inputs } : { value: sheet.figure(start, end) };
}
