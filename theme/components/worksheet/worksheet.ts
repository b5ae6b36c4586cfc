/**
 * Worksheets are reckoned while they are filled in, and what was filled in is kept.
 */

import { announce } from "../../scripts/events.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { language, say } from "../../scripts/words.ts";
import { formOf, outcome } from "../../scripts/measuring/formulas.ts";
import type { Fault, Form } from "../../scripts/measuring/formulas.ts";

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

function mount(sheet: HTMLElement): void {
  const kind = sheet.dataset["fwWorksheet"] ?? "";
  const form = formOf(kind);
  const output = sheet.querySelector("output");
  const note = sheet.querySelector<HTMLElement>(".fw-worksheet__note");
  if (!form || !output || !note) return;

  const inputs = new Map<string, HTMLInputElement>();
  for (const input of sheet.querySelectorAll<HTMLInputElement>("[data-fw-input]")) {
    inputs.set(keyOf(input).replace(/.*\//, ""), input);
  }
  const label = (name: string): string => inputs.get(name)?.labels?.[0]?.textContent ?? "";

  const reckon = (): void => {
    const written = [...inputs].map(([name, input]) => [name, input.validity.badInput ? "?" : input.value] as const);
    const found = outcome(kind, Object.fromEntries(written));
    const isEmpty = written.every(([, text]) => text === "");
    output.value = found && "value" in found ? figure(found.value, form) : "";
    note.textContent = found && "fault" in found && !isEmpty ? saidOf(found.fault, found.names.map(label)) : "";
    for (const [name, input] of inputs) {
      input.toggleAttribute("data-fw-filled", input.value !== "");
      const isAmiss = found && "fault" in found && found.fault !== "missing" && found.names.includes(name);
      if (isAmiss) input.ariaInvalid = "true";
      else input.removeAttribute("aria-invalid");
    }
  };
  const show = (): void => {
    for (const input of inputs.values()) {
      const kept = memory.get(keyOf(input)) ?? "";
      if (input.value !== kept && !input.validity.badInput) input.value = kept;
    }
    reckon();
  };
  sheet.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    memory.set(keyOf(target), target.value);
    reckon();
  });
  sheet.addEventListener("change", () => {
    if (output.value) announce("worksheet-done", { key: keyOf([...inputs.values()][0]).replace(/\/[^/]*$/, "") });
  });
  memory.subscribe((keys) => {
    if ([...inputs.values()].some((input) => keys.has(keyOf(input)))) show();
  });
  show();
}

function keyOf(input: HTMLInputElement | undefined): string {
  return input?.dataset["fwInput"] ?? "";
}

for (const sheet of document.querySelectorAll<HTMLElement>("[data-fw-worksheet]")) mount(sheet);
