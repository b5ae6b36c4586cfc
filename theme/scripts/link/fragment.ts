/**
 * The form of a fragment: JSON, made small, in signs that survive a mail. `docs/links.md` tells it; Python has the same.
 *
 * In: a value, or what stands behind the `#` of an address, which anybody may have written. Out: the other. Nothing is inflated
 * beyond a limit, and what comes out is nothing but data.
 */

import { isRecord } from "../memory/document.ts";

/** Why a fragment cannot be read: it was cut off, a newer firstwin made it, it holds too much, or something else. */
export type Reason = "cut" | "newer" | "large" | "garbled" | "shape";

export class FragmentError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

export const START = "fw=";
/** The characters of a fragment that anybody reads. */
export const LONGEST = 64_000;
/** The bytes of JSON in one: a small fragment can hold very many that are alike. */
export const LARGEST = 400_000;

const FORM = /^fw=([A-Za-z0-9_-]+)\.([0-9]+)([a-z])$/;
const CUT = /^fw=[A-Za-z0-9_-]*(\.[0-9]*)?$/;
/** As much is unpacked at a time: at most a thousand times as much comes out before somebody looks. */
const SLICE = 256;

/** The fragment of a value, without `#`. */
export async function pack(payload: unknown): Promise<string> {
  const raw = new TextEncoder().encode(JSON.stringify(payload));
  const parts = await collected(sliced(raw).pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const letters = Array.from(parts, (byte) => String.fromCharCode(byte)).join("");
  return `${START}${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}.1z`;
}

/** The value in a fragment. Rejects with a `FragmentError` for whatever is none. */
export async function unpack(fragment: string): Promise<Record<string, unknown>> {
  if (fragment.length > LONGEST) throw new FragmentError("large");
  const [, data, version, packing] = FORM.exec(fragment) ?? [];
  if (data === undefined) throw new FragmentError(CUT.test(fragment) ? "cut" : "garbled");
  if (version !== "1" || (packing !== "z" && packing !== "j")) throw new FragmentError("newer");
  let payload: unknown;
  try {
    const packed = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const raw = packing === "j" ? packed : await inflated(packed);
    payload = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw));
  } catch (error) {
    throw error instanceof FragmentError ? error : new FragmentError("garbled");
  }
  if (!isRecord(payload)) throw new FragmentError("shape");
  return payload;
}

function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return collected(sliced(packed).pipeThrough(new DecompressionStream("deflate-raw")), LARGEST);
}

/** Bytes that are handed out as they are asked for, so that nobody unpacks what nobody reads. */
function sliced(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(to) {
      if (at >= bytes.length) return to.close();
      to.enqueue(bytes.slice(at, (at += SLICE)));
    },
  });
}

async function collected(stream: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {}); // whatever becomes of the rest
      throw new FragmentError("large");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
