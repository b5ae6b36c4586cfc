/** Reckons what stands in worksheets. Loaded by pages that have one. */

import { formOf, outcome } from "../../scripts/measuring/formulas.ts";
import type { Fault, Form } from "../../scripts/measuring/formulas.ts";
import { language, say } from "../../scripts/words.ts";

/** What a worksheet comes to: the figure as it is written, or a note on what keeps it from being one, and the inputs amiss. */
export interface Reckoned {
  readonly figure: string;
  readonly note: string;
  readonly amiss: readonly string[];
}

const FORMS: Readonly<Record<Form, Intl.NumberFormatOptions>> = {
  percent: { maximumFractionDigits: 1 },
  score: { maximumFractionDigits: 0 },
  months: { maximumFractionDigits: 1, style: "unit", unit: "month", unitDisplay: "long" },
  days: { style: "unit", unit: "day", unitDisplay: "long" },
  number: { maximumFractionDigits: 2 },
};

/** A figure as the language writes it. */
function figure(value: number, form: Form): string {
  if (form === "percent") return new Intl.NumberFormat(language(), { ...FORMS.percent, style: "percent" }).format(value / 100);
  return new Intl.NumberFormat(language(), FORMS[form]).format(value);
}

/** What keeps a figure from being one, in words; `names` are what the fields are called. */
function saidOf(fault: Fault, names: readonly string[]): string {
  const listed = (parts: readonly string[]): string => new Intl.ListFormat(language()).format(parts);
  const [input = "", ...others] = names;
  switch (fault) {
    case "missing":
      // Translators: Below a worksheet: which of its fields are empty.
      return say("worksheet", "Still to fill in: {inputs}", { inputs: listed(names) });
    case "not-a-number":
      // Translators: Below a worksheet: what stands in a field cannot be reckoned with.
      return say("worksheet", "Not to be reckoned with: {inputs}", { inputs: listed(names) });
    case "negative":
      // Translators: Below a worksheet: a field with a number below zero.
      return say("worksheet", "Less than 0: {inputs}", { inputs: listed(names) });
    case "large":
      // Translators: Below a worksheet: a field with a number of more than twelve digits.
      return say("worksheet", "Too large: {inputs}", { inputs: listed(names) });
    case "no-whole":
      // Translators: Below a worksheet: fields that are all 0, so that there is nothing to divide by.
      return say("worksheet", "There is nothing to divide by: {inputs} cannot be 0", { inputs: listed(names) });
    case "part":
      // Translators: Below a worksheet: one field has more than another, or several together, of which it is a part.
      return say("worksheet", "“{input}” cannot be more than “{whole}”", { input, whole: listed(others) });
    case "order":
      // Translators: Below a worksheet: two dates, of which the later one comes first.
      return say("worksheet", "“{later}” cannot be before “{earlier}”", { later: others[0] ?? "", earlier: input });
  }
}

window.fwReckon = (kind, written, label) => {
  const form = formOf(kind);
  const found = outcome(kind, written);
  if (!form || !found) return { figure: "", note: "", amiss: [] };
  if ("value" in found) return { figure: figure(found.value, form), note: "", amiss: [] };
  const isEmpty = Object.values(written).every((text) => text === "");
  return {
    figure: "",
    note: isEmpty ? "" : saidOf(found.fault, found.names.map(label)),
    amiss: found.fault === "missing" ? [] : found.names,
  };
};
