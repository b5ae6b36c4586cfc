// How much of a guide is done: over the guide and its checklist, and behind the reader's role on each of its pages.

import { element } from "../../scripts/element.ts";
import { countOf } from "../../scripts/guide/count.ts";
import { follow } from "../../scripts/guide/here.ts";
import { say } from "../../scripts/words.ts";

const head = document.querySelector(".fw-page--guide .fw-page-head, .fw-page--checklist .fw-page-head");
const trail = document.querySelector(".fw-bar__trail");

const bar = element("progress", "fw-meter__bar");
// Translators: What the bar shows that fills while steps get done, only read out.
bar.ariaLabel = say("read out", "Steps done");
const text = element("b");
const next = element("span", "fw-meter__next");
const meter = element("div", "fw-meter", bar, element("p", "fw-meter__text", text, " ", next));
const inTrail = element("p", "fw-bar__count");

follow((progress) => {
  head?.classList.toggle("fw-page-head--metered", progress.all > 0);
  if (progress.all === 0) {
    meter.remove();
    inTrail.remove();
    return;
  }
  const count = countOf(progress);
  bar.max = progress.all;
  bar.value = progress.done;
  bar.ariaValueText = count;
  text.textContent = count;
  // Translators: Behind how many steps are done: the step to do now.
  next.textContent = progress.next ? say("progress", "Next: {step}", { step: progress.next.step.title }) : "";
  inTrail.textContent = count;
  if (!meter.isConnected) {
    head?.append(meter);
    trail?.append(inTrail);
  }
});
