/** Keeps a copy of a reader's progress: as a file, in a link, or as a text; and opens one. Loaded when one of them is asked for. */

import { datesOf, plan } from "../../scripts/dates/plan.ts";
import { element } from "../../scripts/element.ts";
import { announce } from "../../scripts/events.ts";
import { saveFile } from "../../scripts/file.ts";
import type { Guide } from "../../scripts/guide/guide.ts";
import { guide } from "../../scripts/guide/here.ts";
import { type Labels, recordOf } from "../../scripts/guide/record.ts";
import { LONGEST, pack } from "../../scripts/link/fragment.ts";
import { copyOf, readCopy } from "../../scripts/link/copy.ts";
import { isRecord } from "../../scripts/memory/document.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { SHARED } from "../../scripts/memory/state.ts";
import { load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { showCopy } from "../../scripts/link/show.ts";
import { notify, notifyUnloaded } from "../notice/notice.ts";
import "../../scripts/guide/certificate.ts"; // as small as it is, it is no file of its own
import "../../scripts/link/open.ts"; // shares nearly all of this

const LARGEST_FILE = 4_000_000;
/** The characters of a link that a notice shows. */
const LONGEST_SHOWN = 2_000;

window.fwCarry = async (act) => {
  if (!guide) return;
  const copy = copyOf([guide.tier, SHARED], memory);
  if (act === "save") {
    saveFile(`${guide.tier}.json`, "application/json", JSON.stringify(copy));
    announce("copy-saved", { by: "file" });
  } else if (act === "document") {
    load(`assets/records/${guide.tier}/${guide.persona}.js`).then(() => saveDocument(guide!, window.fwRecord!), notifyUnloaded);
  } else if (act === "link") {
    await copyLink(await pack(copy));
  } else {
    openFile();
  }
};

function saveDocument(guide: Guide, labels: Labels): void {
  saveFile(`${guide.tier}.md`, "text/markdown", recordOf(guide, labels, memory, plan && datesOf(plan)));
  announce("copy-saved", { by: "document" });
}

async function copyLink(fragment: string): Promise<void> {
  if (fragment.length > LONGEST) {
    // Translators: A notice: a link cannot hold so much.
    return notify(say("carry", "There is too much for a link. Save a copy instead."));
  }
  const link = `${location.href.replace(/#.*$/, "")}#${fragment}`;
  try {
    await navigator.clipboard.writeText(link);
    // Translators: A notice: a link that holds what the reader has done was copied.
    notify(say("carry", "The link is copied. Whoever opens it sees how far you are."));
  } catch {
    if (link.length > LONGEST_SHOWN) return notify(say("carry", "There is too much for a link. Save a copy instead."));
    // Translators: A notice with a link to copy by hand, where a browser does not let the page copy it.
    notify(say("carry", "Copy this link: {link}", { link }));
  }
  announce("copy-saved", { by: "link" });
}

function openFile(): void {
  const field = element("input");
  field.type = "file";
  field.accept = ".json";
  field.addEventListener("change", async () => {
    const file = field.files?.[0];
    if (!file) return;
    try {
      const read: unknown = file.size > LARGEST_FILE ? undefined : JSON.parse(await file.text());
      showCopy(readCopy(isRecord(read) ? read : {}, Date.now()));
    } catch {
      // Translators: A notice: a file that was opened is none that was saved here.
      notify(say("carry", "This file holds no copy of your progress."));
    }
  });
  field.click();
}
