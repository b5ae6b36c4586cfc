// What was written down stays there: on every page that asks for it, in every tab.

import { announce } from "../../scripts/events.ts";
import { LONGEST } from "../../scripts/memory/document.ts";
import { memory } from "../../scripts/memory/memory.ts";

const fields = [...document.querySelectorAll<HTMLInputElement>("[data-fw-field]")];
const keyOf = (field: HTMLInputElement): string => field.dataset["fwField"] ?? "";

function show(): void {
  for (const field of fields) {
    const value = memory.get(keyOf(field)) ?? "";
    if (field.value !== value && field !== document.activeElement) field.value = value;
  }
}

for (const field of fields) {
  field.maxLength = LONGEST;
  field.addEventListener("input", () => memory.set(keyOf(field), field.value));
  field.addEventListener("change", () => announce("field", { key: keyOf(field), filled: field.value !== "" }));
}

memory.subscribe(show);
show();
