// Under each step that its reader can tick: whom they wait for, and where its author allows it, that it does not apply to them.

import { element } from "../../scripts/element.ts";
import { guide } from "../../scripts/guide/here.ts";
import { NOT_FOR_US, WAITING, saysAway } from "../../scripts/guide/progress.ts";
import type { Step } from "../../scripts/guide/guide.ts";
import { icon } from "../../scripts/icon.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { say } from "../../scripts/words.ts";

for (const step of guide?.phases.flatMap(({ steps }) => steps) ?? []) {
  const parts = document.querySelector(`.fw-page--phase [data-fw-step="${step.key}"] > .fw-step__parts`);
  if (parts && step.boxes.length > 0) parts.append(fold(step));
}

function fold(step: Step): HTMLElement {
  const key = `${step.key}/_status`;
  const who = field(`${step.anchor}--page_who`, say("snag", "I am waiting for"));
  const why = field(`${step.anchor}--page_why`, say("snag", "Why not, if you like"));
  const away = element("input", "fw-tick__box");
  away.type = "checkbox";
  away.autocomplete = "off";
  const box = element("label", "fw-tick", away, element("span", "fw-tick__text", say("snag", "This does not apply to us")));
  const summary = element("summary", "", icon("chevron"), element("span", "", say("snag", "Something is in the way?")));
  const folded = element("details", "fw-fold fw-snag", summary, who.row, ...(step.away ? [box, why.row] : []));
  const keep = (): void => {
    memory.set(key, away.checked ? NOT_FOR_US + why.input.value : who.input.value.trim() && WAITING + who.input.value.trim());
  };
  const show = (): void => {
    const status = memory.get(key) ?? "";
    away.checked = saysAway(step, status);
    put(who.input, status.startsWith(WAITING) ? status.slice(WAITING.length) : "");
    put(why.input, away.checked ? status.slice(NOT_FOR_US.length) : "");
  };
  folded.addEventListener("change", keep);
  memory.subscribe(show);
  show();
  return folded;
}

/** What is being written stays as it is. */
function put(input: HTMLInputElement, text: string): void {
  if (document.activeElement !== input) input.value = text;
}

function field(id: string, label: string): { row: HTMLElement; input: HTMLInputElement } {
  const input = element("input", "fw-field__input");
  input.autocomplete = "off";
  input.maxLength = 200;
  input.id = id;
  const named = element("label", "fw-field__label", label);
  named.htmlFor = id;
  return { row: element("div", "fw-field", named, input), input };
}
