/** Shows a copy beside what is kept here, and merges it when the reader says so. */

import { button, element } from "../element.ts";
import { announce } from "../events.ts";
import { countOf } from "../guide/count.ts";
import type { Guide } from "../guide/guide.ts";
import { guide } from "../guide/here.ts";
import { progressOf } from "../guide/progress.ts";
import { newsIn } from "./copy.ts";
import type { Document } from "../memory/document.ts";
import { memory } from "../memory/memory.ts";
import { counted, say } from "../words.ts";
import { notify } from "../../components/notice/notice.ts";
import { wordsOf } from "../../components/status/status.ts";

export function showCopy(made: Document): void {
  const copy = memory.current(made);
  document.querySelector(".fw-copy")?.remove();
  const news = newsIn(copy, memory);
  // Translators: Over a copy of progress that was opened, which is only shown.
  const title = element("h2", "fw-copy__title", say("copy", "A copy of somebody’s progress"));
  title.id = "page_copy";
  title.tabIndex = -1;
  // Translators: Under it.
  const text = element("p", "", say("copy", "It is only shown: nothing of yours has changed."));
  const acts = element("p", "fw-carry__acts");
  // Translators: A button that closes a copy of progress.
  acts.append(button(say("copy", "Close the copy"), "fw-text-button", () => section.remove()));
  const section = element("section", "fw-copy", title, text);
  section.setAttribute("aria-labelledby", title.id);
  if (guide) section.append(table(guide, copy));
  section.append(acts);
  if (news === 0) {
    // Translators: Where a copy of progress holds nothing new.
    text.append(" ", say("copy", "Nothing in it is newer than what you have."));
  } else {
    // Translators: A button: what is newer in a copy of progress becomes the reader's own.
    acts.prepend(button(say("copy", "Merge it into mine"), "fw-text-button", merge));
  }
  document.querySelector(".fw-page-head")?.after(section);
  delete document.documentElement.dataset["fwOpening"]; // what is hidden takes no focus
  title.focus();

  function merge(): void {
    memory.merge(copy);
    section.remove();
    announce("copy-merged", { changes: news });
    // Translators: A notice: so much of a copy of progress was newer than what the reader had.
    notify(counted("copy", "{number} entry of the copy was newer, and is yours now.", "{number} entries of the copy were newer, and are yours now.", news));
  }
}

/** How far each phase is in the copy and here, and each step of which something else is said here. */
function table(guide: Guide, copy: Document): HTMLTableElement {
  const theirs = progressOf(guide, (key) => copy.entries[key]?.[0] || undefined);
  const ours = progressOf(guide, (key) => memory.get(key));
  // Translators: Over the phases of a guide, in a table of a copy of progress.
  const heads = [say("copy", "Phase"), say("copy", "In the copy"), say("copy", "Here")];
  const rows = theirs.phases.flatMap((phase, at) => {
    const own = ours.phases[at];
    if (!own || phase.all === 0) return [];
    const steps = phase.steps.flatMap((each, place) => {
      const [there, here] = [each, own.steps[place]].map((step) => step && wordsOf(step));
      return there && here && there !== here ? [row(each.step.title, there, here)] : [];
    });
    return [row(phase.phase.title, countOf(phase), countOf(own), "fw-copy__phase"), ...steps];
  });
  const head = element("tr", "", ...heads.map((label) => heading(label, "col")));
  return element("table", "fw-table", element("thead", "", head), element("tbody", "", ...rows));
}

/** A line of the table: a phase, or a step of which something else is said here than in the copy. */
function row(title: string, theirs: string, ours: string, kind = "fw-copy__step"): HTMLElement {
  return element("tr", kind, heading(title, "row"), element("td", "", theirs), element("td", "", ours));
}

function heading(label: string, scope: string): HTMLElement {
  const cell = element("th", "", label);
  cell.scope = scope;
  return cell;
}
