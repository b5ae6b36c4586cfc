import { element } from "../../scripts/element.ts";
import { countOf } from "../../scripts/guide/count.ts";
import { follow } from "../../scripts/guide/here.ts";
import type { StepProgress } from "../../scripts/guide/progress.ts";
import { icon } from "../../scripts/icon.ts";
import { mark, statusOfStep } from "../status/status.ts";

// How far each step of a page is: on its row, and the one to do now stands open.

const rows = new Map<string, HTMLDetailsElement>();
for (const row of document.querySelectorAll<HTMLDetailsElement>("[data-fw-step]")) rows.set(row.dataset["fwStep"] ?? "", row);
const numbers = new Map([...rows.values()].map((row) => [row, row.querySelector(".fw-step__mark")?.textContent ?? ""]));
const list = document.querySelector(".fw-page--phase .fw-steps");
const bar = list?.querySelector(".fw-steps__bar > p")?.firstChild;
const published = bar?.textContent ?? "";

let first = true;

follow(({ phases, next }) => {
  for (const step of phases.flatMap(({ steps }) => steps)) show(step, step.step === next?.step);
  const here = phases.find(({ steps }) => steps.some(({ step }) => rows.has(step.key)));
  if (bar && here) bar.textContent = here.all > 0 ? countOf(here) : published;
  if (first && list && here) open(here.steps, next);
  first = false;
});

function show(progress: StepProgress, isNext: boolean): void {
  const row = rows.get(progress.step.key);
  const status = statusOfStep(progress);
  if (!row) return;
  mark(row, progress.state);
  row.ariaCurrent = isNext ? "step" : null;
  row.querySelector(".fw-step__mark")?.replaceChildren(progress.state === "done" ? icon("tick", 20) : (numbers.get(row) ?? ""));
  const place = row.querySelector(".fw-step__status") ?? element("span", "fw-step__status");
  if (!status) return place.remove();
  place.replaceChildren(status);
  row.querySelector(".fw-step__meta")?.after(place);
}

/** Open the step of a page to do now, in the place of the one that it is published with. An address says more. */
function open(steps: readonly StepProgress[], next: StepProgress | undefined): void {
  if (location.hash) return;
  const counted = steps.filter(({ counts }) => counts);
  const now = steps.find(({ step }) => step === next?.step) ?? counted.find(({ state }) => state === "current") ?? counted.find(({ state }) => state === "open");
  const row = now && rows.get(now.step.key);
  if (!row || counted.every(({ state }) => state === "open" || state === "waiting")) return;
  for (const other of rows.values()) other.open = other === row;
}

// Paper has every step and every fold open. Style sheets say so where they can (`print.css`); in browsers that do not know
// what they say (Firefox before 143, Safari before 18.4) a script opens what is closed, and closes it behind the printer.

if (!CSS.supports("selector(::details-content)")) {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
