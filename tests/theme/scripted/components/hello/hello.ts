import { nameOf } from "../../scripts/names.ts";

for (const element of document.querySelectorAll<HTMLElement>("p[data-fw-hello]")) {
  element.textContent = `Hello, ${nameOf(element)} – welcome`;
}
