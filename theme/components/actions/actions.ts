// At the foot of a guide: begin it anew. It asks before, and what it took back can be brought back.

import { button, element } from "../../scripts/element.ts";
import { announce } from "../../scripts/events.ts";
import { guide } from "../../scripts/guide/here.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { say } from "../../scripts/words.ts";
import { notify } from "../notice/notice.ts";

const actions = document.querySelector(".fw-page--guide .fw-actions");

/** All that was ticked, written down and said in the phases and steps of the guide. */
function ownEntries(): [string, string][] {
  const phases = guide?.phases ?? [];
  const parts = phases.flatMap((phase) => [phase, ...phase.steps]);
  const boxes = new Set(phases.flatMap(({ steps }) => steps.flatMap((step) => step.boxes.map(([key]) => key))));
  return memory.entries().filter(([key]) => boxes.has(key) || parts.some((part) => key.startsWith(`${part.key}/`)));
}

if (guide && actions) {
  const { tier, persona, plan } = guide;
  // Translators: A button at the foot of a guide: takes back all that its reader ticked and wrote down in it.
  const reset = button(say("reset", "Begin this guide anew"), "fw-text-button", () => {
    // Translators: Before a guide is begun anew; {plan} is its plan.
    const question = say("reset", "All that you ticked and wrote down in this guide of {plan} will be gone.", { plan });
    // Translators: A button: yes, take back all that was ticked.
    notify(question, say("reset", "Begin anew"), () => {
      const before = ownEntries();
      memory.setAll(before.map(([key]) => [key, ""]));
      announce("progress-reset", { tier, persona });
      // Translators: After a guide was begun anew; {plan} is its plan. Behind it is a button that takes it back.
      const done = say("reset", "Your guide of {plan} begins anew.", { plan });
      // Translators: A button: brings back what was just taken back.
      notify(done, say("reset", "Undo"), () => memory.setAll(before));
    });
  });
  actions.append(element("p", "", reset));
}
