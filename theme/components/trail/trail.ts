// How far the phases of a guide are, over the title of each of them.

import { element } from "../../scripts/element.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import { root } from "../../scripts/site.ts";

const eyebrow = document.querySelector(".fw-page--phase .fw-page-head__eyebrow");
const here = (address: string | undefined) => address !== undefined && location.pathname.startsWith(new URL(root + address).pathname);

if (eyebrow && guide) {
  const pills = element("span", "fw-trail__pills");
  pills.ariaHidden = "true";
  eyebrow.replaceWith(element("p", "fw-trail", pills, element("span", "fw-trail__text", eyebrow.textContent ?? "")));
  follow(({ phases }) => {
    const states = phases.map(({ phase, state }) => (here(phase.address) && state !== "done" ? "current" : state === "current" ? "open" : state));
    pills.replaceChildren(...states.map((state) => element("span", `fw-is-${state}`)));
  });
}
