// Back to where a reader stopped: on the home page, for each guide they have begun. The last one they read comes first.

import { element } from "../../scripts/element.ts";
import { countOf } from "../../scripts/guide/count.ts";
import type { Guide } from "../../scripts/guide/guide.ts";
import { progressOf } from "../../scripts/guide/progress.ts";
import { icon } from "../../scripts/icon.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { address, load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";

const MOST = 3;
const head = document.querySelector(".fw-home__head");

/** The guides that were seen and begun, as `tier/persona`. */
function begun(): string[] {
  return memory
    .entries()
    .filter(([key]) => key.endsWith("/_seen") && memory.entries(`${key.split("/")[0]}/`).some(([own]) => !/\/_(?!(done|signed)$)/.test(own)))
    .sort(([one], [other]) => (memory.at(other) ?? 0) - (memory.at(one) ?? 0))
    .map(([key]) => key.slice(0, -"/_seen".length))
    .slice(0, MOST);
}

if (head) {
  // The cards have their places before what they say is there: nothing moves.
  const cards = begun().map((name) => {
    const [title, note] = [element("a", "", "\u00a0"), element("p", "fw-link-card__label", "\u00a0")];
    const heading = element("h2", "fw-resume__title", title);
    heading.id = `page_resume--${name.replace("/", "--")}`;
    // Translators: On the home page, over the title of the step to do next in a guide that was begun.
    const label = element("p", "fw-link-card__label", say("resume", "Carry on where you stopped"));
    const card = element("div", "fw-resume fw-link-card", element("div", "", label, heading, note), icon("arrow", 20));
    head.append(card);
    return { name, card, title, note, label };
  });
  void fill(cards);
}

async function fill(cards: { name: string; card: HTMLElement; title: HTMLAnchorElement; note: HTMLElement; label: HTMLElement }[]): Promise<void> {
  for (const { name, card, title, note, label } of cards) {
    window.fwGuide = undefined;
    await load(`assets/guides/${name}.js`).catch(() => undefined);
    const guide = window.fwGuide as Guide | undefined;
    if (!guide) {
      card.remove(); // this site has the guide no more
      continue;
    }
    const { next, ...count } = progressOf(guide, (key) => memory.get(key));
    title.href = address(next ? `${next.phase.address}#${next.step.anchor}` : guide.address);
    title.textContent = next ? next.step.title : say("guide", "You have finished your guide");
    if (!next) label.textContent = say("guide", "Everything is done");
    // Translators: On the home page, under the title of the next step: whose guide it is, of which plan, and how far.
    note.textContent = say("resume", "{role}, {plan}: {count}", { role: guide.title, plan: guide.plan, count: countOf(count) });
  }
}
