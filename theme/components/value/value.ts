// What a reader wrote down stands where later texts ask for it; until then, the label of the field leads there.

import { element } from "../../scripts/element.ts";
import { guide } from "../../scripts/guide/here.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { address } from "../../scripts/site.ts";

const steps = guide?.phases.flatMap((phase) => phase.steps.map((step) => ({ phase, step }))) ?? [];

for (const place of document.querySelectorAll<HTMLElement>("[data-fw-value]")) {
  const [field = "", of] = (place.dataset["fwValue"] ?? "").split(".").slice(1).reverse();
  const found = steps.find(({ step }) => step.fields?.includes(field) && (!of || step.key.endsWith(`/${of}`)));
  if (!found) continue;
  const { phase, step } = found;
  const link = element("a", "", ...place.childNodes);
  link.href = address(`${phase.address}#${step.anchor}--${field}`);
  const blank = place.closest("a") ? [...link.childNodes] : [link];
  const show = (): void => {
    const written = memory.get(`${step.key}/${field}`);
    place.replaceChildren(...(written ? [written] : blank));
    place.toggleAttribute("data-fw-filled", written !== undefined);
  };
  memory.subscribe(show);
  show();
}
