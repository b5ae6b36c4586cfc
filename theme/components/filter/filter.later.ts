/** Which steps a checklist shows: all, the reader's own, those that are not done, or those of this week. Loaded where there is one. */

import { dayOfPlan } from "../../scripts/dates/plan.ts";
import { follow } from "../../scripts/guide/here.ts";
import type { StepProgress } from "../../scripts/guide/progress.ts";

const WEEK = 7;

for (const filter of document.querySelectorAll(".fw-filter")) mount(filter);

function mount(filter: Element): void {
  /** By what is chosen, whether a step is shown. Of a milestone of others nothing is known: it may lie ahead. */
  const KINDS: Record<string, (step: StepProgress | undefined) => boolean> = {
    all: () => true,
    mine: (of) => of?.step.mine === true,
    open: (of) => of?.state !== "done",
    week: (of) => of !== undefined && of.state !== "done" && (of.step.day ?? Infinity) < (dayOfPlan() ?? 0) + WEEK,
  };

  const week = filter.querySelector<HTMLInputElement>("[value=week]");
  let steps: StepProgress[] = [];
  const show = (): void => {
    const kind = KINDS[filter.querySelector<HTMLInputElement>(":checked")?.value ?? "all"];
    for (const part of document.querySelectorAll(".fw-sheet__step")) {
      const keys = new Set([...part.querySelectorAll<HTMLElement>("[data-fw-item]")].map((box) => box.dataset["fwItem"]));
      const step = steps.find(({ step }) => step.boxes.some(([key]) => keys.has(key)));
      part.toggleAttribute("data-fw-filtered", kind?.(step) === false);
    }
    for (const phase of document.querySelectorAll(".fw-sheet__phase")) {
      phase.toggleAttribute("data-fw-filtered", phase.querySelector(".fw-sheet__step:not([data-fw-filtered])") === null);
    }
  };
  filter.addEventListener("change", show);
  follow(({ phases }) => {
    steps = phases.flatMap((phase) => phase.steps);
    if (week) week.disabled = dayOfPlan() === undefined;
  });
  show(); // what a browser has kept chosen over a reload
}
