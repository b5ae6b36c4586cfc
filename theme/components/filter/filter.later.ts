/** Which steps a checklist shows: all, the reader's own, those that are not done, or those of this week. Loaded where there is one. */

import type { StepProgress } from "../../scripts/guide/progress.ts";
import type { Around } from "./filter.ts";

const WEEK = 7;

window.fwFilter = (sheet, { dayOfPlan, element, follow, say }: Around) => {
  /** By what is chosen, whether a step is shown. Of a milestone of others nothing is known: it may lie ahead. */
  const KINDS: Record<string, (step: StepProgress | undefined) => boolean> = {
    all: () => true,
    mine: (of) => of?.step.mine === true,
    open: (of) => of?.state !== "done",
    week: (of) => of !== undefined && of.state !== "done" && of.step.day < (dayOfPlan() ?? 0) + WEEK,
  };

  const names = [
    // Translators: Which steps a checklist shows.
    ["all", say("filter", "All")],
    // Translators: Which steps a checklist shows: those that the reader leads.
    ["mine", say("filter", "Mine")],
    // Translators: Which steps a checklist shows.
    ["open", say("filter", "Not done")],
  ];
  // Translators: Which steps a checklist shows: those that are due in the next seven days, or overdue.
  if (dayOfPlan() !== undefined) names.push(["week", say("filter", "This week")]);
  const boxes = names.map(([value = ""]) => {
    const box = element("input", "fw-choice__box");
    Object.assign(box, { type: "radio", name: "page_filter", value, checked: value === "all", autocomplete: "off" });
    return box;
  });
  const choices = boxes.map((box, at) => element("label", "fw-choice", box, element("span", "", names[at]?.[1] ?? "")));
  // Translators: Before the choices of which steps a checklist shows.
  const legend = element("legend", "fw-label", say("filter", "Show"));
  const filter = element("fieldset", "fw-question fw-filter", legend, element("div", "fw-question__answers", ...choices));
  sheet.before(filter);

  let steps: StepProgress[] = [];
  const show = (): void => {
    const kind = KINDS[boxes.find(({ checked }) => checked)?.value ?? "all"];
    for (const part of sheet.querySelectorAll(".fw-sheet__step")) {
      const keys = new Set([...part.querySelectorAll<HTMLElement>("[data-fw-item]")].map((box) => box.dataset["fwItem"]));
      const step = steps.find(({ step }) => step.boxes.some(([key]) => keys.has(key)));
      part.toggleAttribute("data-fw-filtered", kind?.(step) === false);
    }
    for (const phase of sheet.querySelectorAll(".fw-sheet__phase")) {
      phase.toggleAttribute("data-fw-filtered", phase.querySelector(".fw-sheet__step:not([data-fw-filtered])") === null);
    }
  };
  filter.addEventListener("change", show);
  follow(({ phases }) => {
    steps = phases.flatMap((phase) => phase.steps);
  });
};
