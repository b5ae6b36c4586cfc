/**
 * Texts in Markdown, for who takes along what was written.
 *
 * In: plain texts, as they were typed. Out: Markdown in which each of them stands for itself.
 */

/** A part of a document: under a heading, what it says, what was written down, and tables with what stands in each cell. */
export interface Part {
  readonly title: string;
  readonly text: readonly string[];
  readonly values: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[];
}

/** A text in which no sign means anything, and no line begins a list or underlines the one above. */
export function escaped(text: string): string {
  const signs = text.replace(/[\\`*_[\]<>#|~]|&(?=#?\w+;)/g, "\\$&");
  return signs.replace(/^([ \t]*)([-+=])|^([ \t]*\d+)([.)])(?=\s|$)/gm, "$1$3\\$2$4");
}

/** A document with what was filled in. The first row of a table holds the headings of its columns. */
export function documentOf(title: string, parts: readonly Part[]): string {
  const lines = [`# ${escaped(title)}`];
  for (const part of parts) {
    lines.push("", `## ${escaped(part.title)}`);
    for (const text of part.text) lines.push("", text);
    for (const [label, value] of part.values) lines.push("", `**${escaped(label)}:** ${several(value)}`.trimEnd());
    for (const { title: heading, rows } of part.tables) {
      lines.push("", `**${escaped(heading)}**`, "");
      for (const [index, row] of rows.entries()) {
        lines.push(`| ${row.map((cell) => escaped(cell).replace(/\s*\n\s*/g, "<br>")).join(" | ")} |`);
        if (index === 0) lines.push(`|${" --- |".repeat(row.length)}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

/** What was written in several lines, each of them one. */
export function several(value: string): string {
  return escaped(value.trim()).replace(/\n/g, "\\\n");
}
