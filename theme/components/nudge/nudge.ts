// Over a guide: a step that should be done by now, and what its author wrote to do about it.

import { today } from "../../scripts/dates/civil.ts";
import { lateIn } from "../../scripts/dates/late.ts";
import { datesOf, plan, type Plan } from "../../scripts/dates/plan.ts";
import { element } from "../../scripts/element.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import type { Guide } from "../../scripts/guide/guide.ts";
import type { Progress } from "../../scripts/guide/progress.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { address } from "../../scripts/site.ts";
import { counted, say } from "../../scripts/words.ts";

const opening = document.querySelector(".fw-page--guide .fw-opening");
if (opening && guide?.plays && plan) mount(opening, guide.plays, plan);

function mount(opening: Element, plays: NonNullable<Guide["plays"]>, plan: Plan): void {
  const text = element("p");
  const link = element("a");
  // Translators: Before a link to what to do when a step is late.
  const nudge = element("div", "fw-nudge", text, element("p", "", say("nudge", "What to do:"), " ", link));
  let progress: Progress | undefined;
  const show = (): void => {
    const late = [...(progress ? lateIn(progress, datesOf(plan), today()) : [])].sort(([, one], [, other]) => other - one);
    const found = late.flatMap(([step, number]) =>
      plays.flatMap(([title, address, anchor, keys]) =>
        keys.includes(step.key) ? [{ step, number, title, path: `${address}#${anchor}` }] : [],
      ),
    )[0];
    if (!found) return nudge.remove();
    const { step, number, title, path } = found;
    // Translators: Over a guide: a step that should be done by now.
    text.textContent = counted("nudge", "“{title}” is {number} day late.", "“{title}” is {number} days late.", number, { title: step.title });
    link.href = address(path);
    link.textContent = title;
    opening.before(nudge);
  };
  follow((now) => {
    progress = now;
    show();
  });
  memory.subscribe(show); // a date moves no progress
}
