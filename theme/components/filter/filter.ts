// Which steps a checklist shows is chosen over it; what acts on the choice comes behind the page.

import { today } from "../../scripts/dates/civil.ts";
import { FIRST_DAY } from "../../scripts/dates/course.ts";
import { datesOf, plan } from "../../scripts/dates/plan.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import { load } from "../../scripts/site.ts";

/** What is here already: what is loaded later does not bring it along once more. */
const around = { dayOfPlan, follow };
export type Around = typeof around;

declare global {
  interface Window {
    /** Shows of a checklist what is chosen over it. */
    fwFilter?: (filter: Element, around: Around) => void;
  }
}

const filter = document.querySelector(".fw-filter");
const week = filter?.querySelector<HTMLInputElement>("[value=week]");
if (filter && week && guide) {
  week.disabled = dayOfPlan() === undefined; // before anything is drawn: it may take a line of its own
  load("assets/filter.js").then(() => window.fwFilter?.(filter, around), () => filter.remove());
}

/** The day of the plan that it is today; none where no start date is known. */
function dayOfPlan(): number | undefined {
  const start = plan && datesOf(plan).course.start;
  return start === undefined ? undefined : today() - start + FIRST_DAY;
}
