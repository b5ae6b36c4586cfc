/** Whom an element is about; what several scripts share lies beside the components. */
export function nameOf(element: HTMLElement): string {
  return element.dataset["fwHello"] ?? "nobody";
}
