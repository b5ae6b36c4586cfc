// Over a guide: the first quick win, once its step is done.

import { follow } from "../../scripts/guide/here.ts";
import { element } from "../../scripts/element.ts";
import { say } from "../../scripts/words.ts";
import { statusOf } from "../status/status.ts";

const win = document.querySelector(".fw-page--guide .fw-win");
const by = win?.querySelector(".fw-win__by");
const anchor = win?.querySelector<HTMLAnchorElement>(".fw-win__title a")?.hash;

if (by) {
  // Translators: In the place of the day of a quick win: its step is done.
  const reached = element("p", "fw-win__reached", statusOf("done", say("win", "Reached")));
  follow(({ phases }) => {
    const step = phases.flatMap(({ steps }) => steps).find(({ step }) => `#${step.anchor}` === anchor);
    if (step?.state === "done") by.replaceWith(reached);
    else reached.replaceWith(by);
  });
}
