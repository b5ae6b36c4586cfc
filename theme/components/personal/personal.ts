/**
 * What a personal link has made of this guide: a greeting, and names of people among whom to ask. What such a link says stands
 * behind the `#` of its address; it is taken out of there at once, and read by a script that is loaded only then.
 */

import { button, element } from "../../scripts/element.ts";
import { START } from "../../scripts/link/fragment.ts";
import { contactsOf, ownOf } from "../../scripts/link/own.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { load, placeOf } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { notify, notifyUnloaded } from "../notice/notice.ts";

declare global {
  interface Window {
    /** Reads what a link says; once it is loaded. */
    fwOpenLink?: (fragment: string) => Promise<void>;
    /** Takes back what links have said of a plan; once it is loaded. */
    fwUndoLink?: (tier: string) => void;
  }
}

const { tier, persona, below } = placeOf();
const isGuide = persona !== "" && below === "";
/** Milliseconds for which a page waits for what its link says. */
const LONGEST_WAIT = 1500;

let shown: HTMLElement | undefined;
let signatures: HTMLElement[] = [];

function show(): void {
  shown?.remove();
  for (const signature of signatures) signature.remove();
  const contacts = contactsOf(tier, memory);
  signatures = [...document.querySelectorAll<HTMLElement>("[data-fw-contact]")].flatMap((contact) => {
    const known = contacts.get(contact.dataset["fwContact"] ?? "");
    if (!known) return [];
    const name = element(known.url ? "a" : "span", "", known.name);
    if (known.url) name.setAttribute("href", known.url);
    const signature = element("p", "fw-contacts__name", name);
    contact.firstElementChild?.after(signature);
    return [signature];
  });
  const own = ownOf(tier, persona, memory);
  document.querySelector(".fw-sheet__blanks > li")?.setAttribute("data-fw-name", own?.reader ?? "");
  if (!own || !isGuide) return;
  // Translators: A button that takes back what a personal link has added to a guide.
  const back = button(say("personal", "Undo it"), "fw-text-button", () => {
    load("assets/carry.js").then(() => window.fwUndoLink?.(tier), notifyUnloaded);
  });
  // Translators: On a guide that a personal link was opened for: its reader by name.
  const title = element("h2", "fw-personal__title", say("personal", "Hello, {name}", { name: own.reader }));
  title.id = "page_personal";
  // Translators: Under the greeting: the customer by name.
  const about = say("personal", "This guide is set up for {customer}.", { customer: own.customer });
  shown = element(
    "section",
    "fw-personal",
    title,
    element("p", "", about),
    // Translators: On the part of a guide that a personal link has added: what the customer wants to reach.
    ...list(say("personal", "What you want to reach"), own.targets),
    // Translators: The same: what was agreed beside the plan.
    ...list(say("personal", "What we agreed"), own.notes),
    element(
      "p",
      "fw-personal__foot",
      // Translators: The same, beside a button that takes it back.
      say("personal", "This came with your personal link. It is kept in this browser alone."),
      " ",
      back,
    ),
  );
  shown.setAttribute("aria-labelledby", "page_personal");
  document.querySelector(".fw-page-head")?.after(shown);
}

function list(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  return [element("h3", "fw-side-title", title), element("ul", "", ...lines.map((line) => element("li", "", line)))];
}

function open(): Promise<void> | undefined {
  const fragment = location.hash.slice(1);
  if (!fragment.startsWith(START)) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return load("assets/carry.js").then(
    () => window.fwOpenLink?.(fragment),
    // Translators: A notice: a personal link was opened without a network, say.
    () => notify(say("personal", "Your link could not be opened. Open it once more.")),
  );
}

/** Draw nothing of a page that is being opened by a link before the link was read, so that nothing jumps; but not for long. */
function openAtFirst(): void {
  const opening = open();
  if (!opening) return;
  const page = document.documentElement;
  page.dataset["fwOpening"] = "";
  const show = (): void => void delete page.dataset["fwOpening"];
  setTimeout(show, LONGEST_WAIT);
  opening.then(show, show);
}

memory.subscribe((keys) => {
  if ([...keys].some((key) => key.startsWith(`${tier}/_`))) show();
});
addEventListener("hashchange", () => void open());
show();
openAtFirst();
