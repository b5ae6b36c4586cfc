/** Elements that scripts make. Words are set as text, so none becomes markup. */

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  kind = "",
  ...parts: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...parts);
  return made;
}

/** A button that does something, or is listened to by whoever made it. */
export function button(label: string, kind: string, act: () => void = () => {}): HTMLButtonElement {
  const made = element("button", kind, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
