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
