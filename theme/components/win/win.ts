// Over a guide: the first quick win, once its step is done; and no more once its reader has gone on to another phase.

import { follow } from "../../scripts/guide/here.ts";
import { element } from "../../scripts/element.ts";
import { say } from "../../scripts/words.ts";
import { statusOf } from "../status/status.ts";

const win = document.querySelector<HTMLElement>(".fw-page--guide .fw-win");
const by = win?.querySelector(".fw-win__by");
const anchor = win?.querySelector<HTMLAnchorElement>(".fw-win__title a")?.hash;

if (win && by) {
  // Translators: In the place of the day of a quick win: its step is done.
  const reached = element("p", "fw-win__reached", statusOf("done", say("win", "Reached")));
  follow(({ phases, next }) => {
    const one = phases.flatMap(({ steps }) => steps).find(({ step }) => `#${step.anchor}` === anchor);
    const isDone = one?.state === "done";
    if (isDone) by.replaceWith(reached);
    else reached.replaceWith(by);
    win.hidden = isDone && next?.phase !== one.phase;
  });
}
