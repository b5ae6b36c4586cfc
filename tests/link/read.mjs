// Reads fragments as a browser does: a list of them from standard input, what each says or why it is refused to standard output.

import { readFileSync } from "node:fs";
import { FragmentError, pack, unpack } from "../../theme/scripts/link/fragment.ts";
import { readPersonal } from "../../theme/scripts/link/personal.ts";

const read = [];
for (const fragment of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const payload = await unpack(fragment);
    const said = readPersonal(payload);
    read.push({ said: { ...said, days: [...said.days], contacts: [...said.contacts], answers: [...said.answers] }, again: await pack(payload) });
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    read.push({ refused: error.reason });
  }
}
if (Object.prototype.x !== undefined) throw new Error("a fragment has changed every object");
process.stdout.write(JSON.stringify(read));
