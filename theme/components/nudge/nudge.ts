// Over a guide: what is behind, and what its author wrote to do about it: a step that is late, something that is still open on
// a day, a reader who was not here for a while.

import { type Day, today } from "../../scripts/dates/civil.ts";
import { lateIn } from "../../scripts/dates/late.ts";
import { datesOf, plan, type Plan } from "../../scripts/dates/plan.ts";
import { full } from "../../scripts/dates/format.ts";
import { element } from "../../scripts/element.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import type { Play } from "../../scripts/guide/guide.ts";
import type { Progress } from "../../scripts/guide/progress.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { address } from "../../scripts/site.ts";
import { counted, say } from "../../scripts/words.ts";
import { lastSeen } from "../changes/changes.ts";

type Call = readonly [play: Play, text: string];

const opening = document.querySelector(".fw-page--guide .fw-opening");
if (opening && guide?.plays && plan) mount(opening, guide.plays, plan);

function mount(opening: Element, plays: readonly Play[], plan: Plan): void {
  const text = element("p");
  const link = element("a");
  // Translators: Before a link to what to do when a step is late.
  const nudge = element("div", "fw-nudge", text, element("p", "", say("nudge", "What to do:"), " ", link));
  let progress: Progress | undefined;
  const show = (): void => {
    const now = today();
    const call = progress && (late(progress, now) ?? open(progress, now) ?? away(now));
    if (!call) return nudge.remove();
    const [[title, path, anchor], said] = call;
    text.textContent = said;
    link.href = address(`${path}#${anchor}`);
    link.textContent = title;
    opening.before(nudge);
  };
  follow((now) => {
    progress = now;
    show();
  });
  memory.subscribe(show); // a date moves no progress

  function late(progress: Progress, now: Day): Call | undefined {
    const steps = [...lateIn(progress, datesOf(plan), now)].sort(([, one], [, other]) => other - one);
    return steps.flatMap(([{ key, title }, number]) =>
      plays.flatMap((play): Call[] =>
        // Translators: Over a guide: a step that should be done by now.
        play[3].includes(key) ? [[play, counted("nudge", "“{title}” is {number} day late.", "“{title}” is {number} days late.", number, { title })]] : [],
      ),
    )[0];
  }

  /** Of a step nothing may be ticked or said; of what is in one, there may be nothing. */
  function open(progress: Progress, now: Day): Call | undefined {
    const { course } = datesOf(plan);
    const steps = progress.phases.flatMap(({ steps }) => steps);
    return plays.flatMap((play) =>
      (play[4] ?? []).flatMap(([key, day, title]): Call[] => {
        const date = course.dateOf(day);
        const found = steps.find(({ step }) => `${key}/`.startsWith(`${step.key}/`));
        if (date === undefined || date > now || !found || found.state === "away" || found.state === "done") return [];
        if (found.step.key === key ? found.state === "current" || found.said : memory.get(key)) return [];
        // Translators: Over a guide: a day of the plan has come, and something that should have begun by then has not.
        return [[play, say("nudge", "Day {day} has come, and “{title}” is still open.", { day, title })]];
      }),
    )[0];
  }

  function away(now: Day): Call | undefined {
    const play = plays.find((play) => lastSeen !== undefined && play[5] && now - lastSeen >= play[5]);
    // Translators: Over a guide that its reader has not opened for a while; {date} is as in "3 May 2026".
    return play && [play, say("nudge", "You were here last on {date}.", { date: full(lastSeen ?? now) })];
  }
}
