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
  const who = field(`${step.anchor}--page_who`, say("said", "I am waiting for"));
  const why = field(`${step.anchor}--page_why`, say("said", "Why not, if you like"));
  const away = element("input", "fw-tick__box");
  away.type = "checkbox";
  away.autocomplete = "off";
  const box = element("label", "fw-tick", away, element("span", "fw-tick__text", say("said", "This does not apply to us")));
  const summary = element("summary", "", icon("chevron"), element("span", "", say("said", "Something is in the way?")));
  const folded = element("details", "fw-fold fw-said", summary, who.row, ...(step.away ? [box, why.row] : []));
  const keep = (): void => {
    memory.set(key, away.checked ? NOT_FOR_US + why.input.value : who.input.value.trim() && WAITING + who.input.value.trim());
  };
  const show = (): void => {
    const said = memory.get(key) ?? "";
    away.checked = saysAway(step, said);
    if (document.activeElement !== who.input) who.input.value = said.startsWith(WAITING) ? said.slice(WAITING.length) : "";
    if (document.activeElement !== why.input) why.input.value = away.checked ? said.slice(NOT_FOR_US.length) : "";
  };
  folded.addEventListener("change", keep);
  memory.subscribe(show);
  show();
  return folded;
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
