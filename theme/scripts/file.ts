import { element } from "./element.ts";

/** Have the reader's browser save a text as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const link = element("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.click();
  URL.revokeObjectURL(link.href);
}
