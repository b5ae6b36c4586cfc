// How far a tutorial is: each action, and which is to be done now.

import { element } from "../../scripts/element.ts";
import { icon } from "../../scripts/icon.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { mark, shapeOf, statusOf } from "../status/status.ts";

const actions = [...document.querySelectorAll<HTMLElement>("[data-fw-action]")];
const numbers = actions.map((action) => action.querySelector(".fw-action__mark")?.textContent ?? "");

function show(): void {
  const done = actions.map((action) => memory.get(action.dataset["fwAction"] ?? "") === "1");
  const begun = done.includes(true);
  for (const [at, action] of actions.entries()) {
    const isNow = begun && at === done.indexOf(false);
    const state = done[at] ? "done" : isNow ? "current" : "open";
    mark(action, begun ? state : undefined);
    action.ariaCurrent = isNow ? "step" : null;
    action.querySelector(".fw-action__mark")?.replaceChildren(done[at] ? icon("tick", 20) : (numbers[at] ?? ""));
    let of = action.querySelector(".fw-action__of");
    if (!of && begun) {
      of = element("p", "fw-action__of");
      action.querySelector(".fw-action__mark")?.after(of);
    }
    of?.querySelector(".fw-status")?.remove();
    if (begun) of?.append(" ", statusOf(state));
    const line = document.querySelector(`.fw-rail a[href="#${action.querySelector("[id]")?.id}"]`);
    if (!line) continue;
    mark(line, begun ? state : undefined);
    line.querySelector(".fw-rail__mark")?.replaceChildren(begun ? shapeOf(state) : (numbers[at] ?? ""));
  }
}

memory.subscribe(show);
show();
