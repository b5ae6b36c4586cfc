import { nameOf } from "../../scripts/names.ts";

class Count extends HTMLElement {
  connectedCallback(): void {
    this.textContent = String(nameOf(this).length);
  }
}

customElements.define("fw-count", Count);
