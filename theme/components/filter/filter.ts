// Which steps a checklist shows is chosen over it; what acts on the choice comes behind the page.

import { dayOfPlan } from "../../scripts/dates/plan.ts";
import { guide } from "../../scripts/guide/here.ts";
import { load } from "../../scripts/site.ts";

const filter = document.querySelector(".fw-filter");
const week = filter?.querySelector<HTMLInputElement>("[value=week]");
if (filter && week && guide) {
  week.disabled = dayOfPlan() === undefined; // before anything is drawn: it may take a line of its own
  load("assets/filter.js").catch(() => filter.remove());
}
