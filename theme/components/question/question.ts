// Questions are asked over a guide and in the steps they decide on; what does not apply to the reader goes away.

import { button, element } from "../../scripts/element.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import { applies } from "../../scripts/guide/progress.ts";
import { ask, conditionsIn } from "../../scripts/guide/questions.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { counted, say } from "../../scripts/words.ts";

const steps = guide?.phases.flatMap((phase) => phase.steps) ?? [];
const page = (kind: string, part: string) => document.querySelector(`.fw-page--${kind} ${part}`);
const list = page("phase", ".fw-steps__bar") ?? page("guide", ".fw-tasks") ?? page("checklist", ".fw-sheet__blanks");

for (const step of steps) {
  const parts = document.querySelector(`.fw-page--phase [data-fw-step="${step.key}"] .fw-step__parts`);
  if (!parts) continue;
  const asked = conditionsIn([...(step.only ?? []), ...step.boxes.flatMap(([, , only]) => only ?? [])]);
  const questions = asked.flatMap((condition) => ask(condition) ?? []);
  const last = [...parts.querySelectorAll(":scope > .fw-callout")].at(-1);
  if (last) last.after(...questions);
  else parts.prepend(...questions);
}

const callouts = [...document.querySelectorAll(".fw-page--phase .fw-columns__main > .fw-callout")];
const here = guide?.phases.find(({ steps }) => steps.some(({ key }) => page("phase", `[data-fw-step="${key}"]`)));
callouts.at(-1)?.after(...conditionsIn(here?.only ?? []).flatMap((condition) => ask(condition) ?? []));

const phases = page("guide", ".fw-tasks")?.parentElement;
const besides = Object.keys(guide?.questions ?? {}).filter((condition) => !page("guide", `[data-fw-paths="${condition}"]`));
if (phases && besides.length > 0) {
  // Translators: Over the questions of a guide whose answers decide what applies to the reader.
  const title = element("h2", "", say("answers", "What applies to you"));
  title.id = "page_answers";
  phases.before(element("div", "fw-section", title, ...besides.flatMap((condition) => ask(condition) ?? [])));
}

// Ways to go stand on the page already: each becomes a choice.
for (const part of document.querySelectorAll<HTMLElement>("[data-fw-paths]")) {
  const asked = ask(part.dataset.fwPaths ?? "");
  if (!asked) continue;
  const cards = part.querySelectorAll(".fw-path");
  for (const [at, text] of asked.querySelectorAll(".fw-choice span").entries()) text.replaceWith(cards[at] ?? text);
  part.replaceWith(asked);
}

/** What is left out, as a reader counts it: a step is one line, whatever is in it. */
const LINES = ".fw-step[data-fw-away], li[data-fw-away]:not(.fw-rail li)";
const root = document.documentElement.classList;
const show = button("", "fw-text-button", () => {
  root.toggle("fw-shows-away");
  show.ariaPressed = `${root.contains("fw-shows-away")}`;
});
const more = element("p", "fw-away", show);

const get = (key: string): string | undefined => memory.get(key);

follow(({ phases }) => {
  for (const part of document.querySelectorAll("[data-fw-away]")) part.removeAttribute("data-fw-away");
  for (const { phase, state } of phases) {
    if (state === "away") leaveOut(`[data-fw-phase="${phase.key}"]`, ".fw-sheet__phase");
  }
  for (const { step, state } of phases.flatMap((phase) => phase.steps)) {
    const away = state === "away";
    // A checklist has lines of others as well.
    if (away) leaveOut(`[data-fw-step="${step.key}"], [data-fw-item^="${step.key}/"]`, ".fw-step, li");
    if (away) leaveOut(`.fw-page--phase .fw-rail a[href="#${step.anchor}"], .fw-task__steps a[href$="#${step.anchor}"]`, "li");
    for (const [key, , only] of step.boxes) if (!applies(only, get)) leaveOut(`[data-fw-item="${key}"]`, "li");
  }
  for (const part of document.querySelectorAll(".fw-checklist, .fw-checklist__group, .fw-sheet__step, .fw-task__fold")) {
    const lines = [...part.querySelectorAll("[data-fw-item], .fw-task__steps > li")];
    if (lines.length > 0 && lines.every((line) => line.closest("[data-fw-away]"))) part.toggleAttribute("data-fw-away", true);
  }
  const lines = [...document.querySelectorAll(LINES)].filter((line) => !line.parentElement?.closest(LINES));
  // Translators: A button: shows what was left out of a guide, because it does not apply to the reader. It is pressed until pressed again.
  show.textContent = counted("answers", "Show {number} line that we left out", "Show {number} lines that we left out", lines.length);
  more.hidden = lines.length === 0;
  if (!more.isConnected) list?.after(more);
  // Whoever has just answered a question that is gone with its step goes on where it can be brought back.
  if (!root.contains("fw-shows-away") && document.activeElement?.closest("[data-fw-away]")) show.focus();
});

/** Mark what holds such a part. */
function leaveOut(part: string, around: string): void {
  for (const found of document.querySelectorAll(part)) found.closest(around)?.toggleAttribute("data-fw-away", true);
}
