// What to do now, over a guide: as published where it begins, and the step that comes next for whoever has begun.

import { follow } from "../../scripts/guide/here.ts";
import { address } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { whenOf } from "../when/when.ts";

const card = document.querySelector<HTMLElement>(".fw-page--guide .fw-next");
const find = <Kind extends Element = HTMLElement>(kind: string) => card?.querySelector<Kind>(kind) ?? undefined;
const [label, title, text, note, button] = [find(".fw-next__label"), find(".fw-next__title"), find(".fw-next__text"), find(".fw-next__note"), find<HTMLAnchorElement>(".fw-button")];

if (card && label && title && note && button) {
  const published = { label: label.textContent, action: button.firstChild?.textContent ?? "", first: title.textContent };
  const subject = button.querySelector(".fw-hidden");
  follow(({ next, done, all, phases }) => {
    // Where nothing is counted there is nothing to say: as published, or nothing where what was to be done does not apply.
    card.hidden = all === 0 && phases.some(({ steps }) => steps.some(({ state }) => state === "away"));
    if (all === 0) return;
    const begun = done > 0 || next?.state === "current";
    // Translators: Over the title of the step to do now.
    label.textContent = begun ? say("guide", "Do this next") : published.label;
    if (!next) {
      // Translators: Over "You have finished your guide".
      label.textContent = say("guide", "Everything is done");
      // Translators: In the place of the next step, when all of them are done.
      title.textContent = say("guide", "You have finished your guide");
    } else title.textContent = next.step.title;
    note.replaceChildren(...(next ? whenOf(next.step) : []));
    text?.toggleAttribute("hidden", title.textContent !== published.first);
    card.classList.toggle("fw-next--done", !next);
    button.hidden = !next;
    if (!next) return;
    button.href = address(`${next.phase.address}#${next.step.anchor}`);
    // Translators: On the button that leads to a step that was begun.
    if (button.firstChild) button.firstChild.textContent = begun ? say("guide", "Carry on") : published.action;
    if (subject) subject.textContent = say("read out", ": {title}", { title: next.step.title });
  });
}
