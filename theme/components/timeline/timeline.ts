// Where today lies in the picture of a plan, once its reader has said when it starts; and on the pages of a guide, what is late.

import { today } from "../../scripts/dates/civil.ts";
import { FIRST_DAY } from "../../scripts/dates/course.ts";
import { lateIn } from "../../scripts/dates/late.ts";
import { datesOf, followDates, plan, type Plan } from "../../scripts/dates/plan.ts";
import { element } from "../../scripts/element.ts";
import { follow } from "../../scripts/guide/here.ts";
import type { Progress } from "../../scripts/guide/progress.ts";
import { counted, say } from "../../scripts/words.ts";

const picture = document.querySelector<HTMLElement>(".fw-timeline__picture");
if (picture && plan) mount(picture, plan);

function mount(picture: HTMLElement, plan: Plan): void {
  const [columns = 0, scale = 1] = (picture.dataset["fwScale"] ?? "").split(" ").map(Number);
  const bars = [...picture.querySelectorAll(".fw-timeline__bar")];
  const line = element("div");
  const said = element("p", "fw-timeline__said");
  let progress: Progress | undefined;

  const show = (): void => {
    const dates = datesOf(plan);
    const { start } = dates.course;
    line.remove();
    said.remove();
    if (start === undefined) return;
    const day = today() - start + FIRST_DAY;
    const column = Math.ceil(day / scale);
    const sentences: string[] = [];
    if (column >= 1 && column <= columns) {
      line.className = `fw-timeline__today fw-at ${place(column)}`;
      picture.append(line);
      // Translators: Under the picture of a plan: which of its days it is.
      sentences.push(say("timeline", "Today is day {day}.", { day }));
    }
    const late = progress ? lateIn(progress, dates, today()) : new Map<unknown, number>();
    for (const [at, { phase, steps }] of progress?.phases.entries() ?? []) {
      const number = Math.max(0, ...steps.map(({ step }) => late.get(step) ?? 0));
      bars[at]?.classList.toggle("fw-is-late", number > 0);
      if (number === 0) continue;
      // Translators: Under the picture of a plan: a phase with a step that should be done by now.
      sentences.push(counted("timeline", "“{phase}” is {number} day late.", "“{phase}” is {number} days late.", number, { phase: phase.title }));
    }
    said.textContent = sentences.join(" ");
    if (sentences.length > 0) picture.after(said);
  };

  followDates(plan, show);
  follow((now) => {
    progress = now;
    show();
  });
  show();
}

/** The classes of a column: they add up. */
function place(column: number): string {
  return [column - (column % 100), (column % 100) - (column % 10), column % 10].flatMap((part) => (part ? [`fw-from-${part}`] : [])).join(" ");
}
