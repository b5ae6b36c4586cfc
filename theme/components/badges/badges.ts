// Over the phases of a guide: those that its reader has completed; and when all is done, a certificate to print.

import { today } from "../../scripts/dates/civil.ts";
import { full } from "../../scripts/dates/format.ts";
import { button, element } from "../../scripts/element.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import { lastTick } from "../../scripts/guide/spent.ts";
import { icon } from "../../scripts/icon.ts";
import { ownOf } from "../../scripts/link/own.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { notifyUnloaded } from "../notice/notice.ts";
import type { Certificate } from "../../scripts/guide/certificate.ts";

declare global {
  interface Window {
    /** Prints a certificate. */
    fwCertify?: (certificate: Certificate) => void;
  }
}

const phases = document.querySelector(".fw-page--guide .fw-tasks");
const at = (key: string): number | undefined => (memory.get(key) ? memory.at(key) : undefined);

if (guide && phases) {
  const { tier, persona, title, plan, phases: every } = guide;
  const list = element("ul", "fw-badges");
  // Translators: A button, when everything in a guide is done: it prints a certificate.
  const print = button(say("certificate", "Print your certificate"), "fw-text-button", () => {
    const of = ownOf(tier, persona, memory);
    load("assets/carry.js").then(() => window.fwCertify?.({ title, plan, date: finished, of }), notifyUnloaded);
  });
  const more = element("p", "fw-badges__more", print);
  let finished = "";
  follow((progress) => {
    const done = progress.phases.filter(({ state, all }) => state === "done" && all > 0);
    const days = done.map(({ phase }) => full(today(new Date(lastTick(phase, at) ?? Date.now()))));
    const latest = Math.max(0, ...every.map((phase) => lastTick(phase, at) ?? 0));
    finished = full(today(new Date(latest)));
    list.replaceChildren(
      ...done.map(({ phase }, place) =>
        element("li", "fw-badge", icon("done", 18), element("b", "", phase.title), " ", element("span", "", days[place] ?? "")),
      ),
    );
    if (done.length > 0) phases.before(list);
    else list.remove();
    if (progress.all > 0 && progress.done === progress.all) list.after(more);
    else more.remove();
  });
}
