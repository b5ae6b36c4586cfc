/**
 * Worksheets are reckoned while they are filled in, and what was filled in is kept. They are folded, and what reckons comes
 * behind the page.
 */

import { announce } from "../../scripts/events.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { load } from "../../scripts/site.ts";
import type { Reckoned } from "./worksheet.later.ts";

declare global {
  interface Window {
    /** What a worksheet of some kind comes to, of what is written in its inputs, each with its label; once it is loaded. */
    fwReckon?: (kind: string, written: Readonly<Record<string, string>>, label: (input: string) => string) => Reckoned;
  }
}

function mount(sheet: HTMLElement): void {
  const kind = sheet.dataset["fwWorksheet"] ?? "";
  const output = sheet.querySelector("output");
  const note = sheet.querySelector<HTMLElement>(".fw-worksheet__note");
  if (!output || !note) return;

  const inputs = new Map<string, HTMLInputElement>();
  for (const input of sheet.querySelectorAll<HTMLInputElement>("[data-fw-input]")) {
    inputs.set(keyOf(input).replace(/.*\//, ""), input);
  }
  const label = (name: string): string => inputs.get(name)?.labels?.[0]?.textContent ?? "";

  const reckon = async (): Promise<void> => {
    for (const input of inputs.values()) input.toggleAttribute("data-fw-filled", input.value !== "");
    await load("assets/worksheet.js").catch(() => {}); // another try, when something is written
    const written = [...inputs].map(([name, input]) => [name, input.validity.badInput ? "?" : input.value] as const);
    const found = window.fwReckon?.(kind, Object.fromEntries(written), label);
    output.value = found?.figure ?? "";
    note.textContent = found?.note ?? "";
    for (const [name, input] of inputs) input.ariaInvalid = found?.amiss.includes(name) ? "true" : null;
  };
  const show = (): void => {
    for (const input of inputs.values()) {
      const kept = memory.get(keyOf(input)) ?? "";
      if (input.value !== kept && !input.validity.badInput) input.value = kept;
    }
    void reckon();
  };
  sheet.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    memory.set(keyOf(target), target.value);
    void reckon();
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
