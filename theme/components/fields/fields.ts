// What was written down stays there: on every page that asks for it, in every tab.

import { announce } from "../../scripts/events.ts";
import { LONGEST } from "../../scripts/memory/document.ts";
import { memory } from "../../scripts/memory/memory.ts";

type Entry = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fields = [...document.querySelectorAll<Entry>("[data-fw-field]")];
const keyOf = (field: Entry): string => field.dataset["fwField"] ?? "";

function show(): void {
  for (const field of fields) {
    const value = memory.get(keyOf(field)) ?? "";
    if (field.value !== value && field !== document.activeElement) field.value = value;
    field.toggleAttribute("data-fw-filled", field.value !== "");
  }
}

for (const field of fields) {
  if (!(field instanceof HTMLSelectElement)) field.maxLength = LONGEST;
  field.addEventListener("input", () => memory.set(keyOf(field), field.value));
  field.addEventListener("change", () => announce("field", { key: keyOf(field), filled: field.value !== "" }));
}

memory.subscribe(show);
show();
