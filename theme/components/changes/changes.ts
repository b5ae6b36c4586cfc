// What has changed in a guide since the last visit: told on its page, and marked where new steps stand until that page was seen.

import { dayOf, today } from "../../scripts/dates/civil.ts";
import { full } from "../../scripts/dates/format.ts";
import { element } from "../../scripts/element.ts";
import { guide } from "../../scripts/guide/here.ts";
import { changesIn, noteOf } from "../../scripts/guide/seen.ts";
import { memory, renamed } from "../../scripts/memory/memory.ts";
import { counted, say } from "../../scripts/words.ts";

const key = guide && `${guide.tier}/${guide.persona}/_seen`;
const before = key && memory.get(key);

/** The day on which the reader was at their guide last, before this page; none where they never were. */
export const lastSeen = dayOf((before ?? "").split(" ")[1] ?? "");

if (guide && key) {
  const changes = changesIn(guide, before, renamed);
  const head = document.querySelector(".fw-page--guide .fw-page-head");
  if (changes) {
    const { added, removed } = changes;
    const date = full(changes.since);
    const told = element("div", "fw-changes");
    // Translators: At the top of a guide that was published anew; {date} is the day of the last visit: "3 May 2026".
    if (added.size) told.append(element("p", "", counted("changes", "{number} step is new since {date}.", "{number} steps are new since {date}.", added.size, { date })));
    // Translators: At the top of a guide that was published anew; {date} is the day of the last visit: "3 May 2026".
    if (removed) told.append(element("p", "", counted("changes", "{number} step was removed since {date}.", "{number} steps were removed since {date}.", removed, { date })));
    head?.after(told);
    // Translators: Behind the title of a step that was not there on the last visit.
    const isNew = () => element("b", "fw-tag", say("changes", "New"));
    for (const { key, anchor } of guide.phases.flatMap(({ steps }) => steps)) {
      if (!added.has(key)) continue;
      document.querySelector(`[data-fw-step="${key}"] .fw-step__meta`)?.prepend(isNew(), " ");
      document.querySelector(`.fw-task__steps a[href$="#${anchor}"]`)?.after(" ", isNew());
    }
  }
  if (head || !before) memory.set(key, noteOf(guide, today()));
}
