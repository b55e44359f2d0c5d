import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { drainedBytes } from "./drain.server";

export type Received = "received" | "too_large" | "no_file" | "not_multipart" | "too_many_parts" | "broken_off";

type Wanted = {
  /** The name of the one part with the file. */
  field: string;
  /** The file to write, and where in it. */
  path: string;
  from: number;
  /** How many bytes may come. */
  most: number;
  signal?: AbortSignal;
  onName?: (name: string) => void;
};

/** Troubles of our own, which must stay loud; all others are the line's or the sender's. */
const ofTheDisk = new Set(["ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "ENOENT", "EMFILE"]);

class BodyTooLarge extends Error {}

/** Passes bytes on up to a limit; beyond it the connection is not worth reading to its end. */
function upTo(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.byteLength;
      done(seen > most ? new BodyTooLarge() : null, chunk);
    },
  });
}

/**
 * Streams the one file of a multipart body to disk; memory stays flat whatever the size. Where a body breaks
 * off, what had arrived stays on the disk.
 */
export async function receivePart(request: Request, wanted: Wanted): Promise<Received> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;/i.test(contentType)) return "not_multipart";
  let busboy: Busboy;
  try {
    busboy = new Busboy({
      headers: { "content-type": contentType },
      limits: { files: 1, fields: 20, parts: 21, fileSize: wanted.most, fieldSize: 16 * 1024, fieldNameSize: 200 },
    });
  } catch {
    return "not_multipart";
  }
  let outcome: Received = "no_file";
  let tooMany = false;
  let stream: BusboyFileStream | null = null;
  let written: Promise<void> | null = null;
  busboy.on("file", (field, part, name) => {
    if (field !== wanted.field || written || (!name && wanted.onName)) return part.resume();
    stream = part;
    wanted.onName?.(name ?? "");
    written = pipeline(part, createWriteStream(wanted.path, { flags: "r+", start: wanted.from })).then(() => {
      outcome = part.truncated ? "too_large" : "received";
    });
    written.catch(() => {});
  });
  for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
    busboy.on(limit, () => {
      tooMany = true;
    });
  }
  try {
    wanted.signal?.throwIfAborted();
    const source = Readable.fromWeb(request.body as NodeStream<Uint8Array>);
    await pipeline(source, upTo(wanted.most + drainedBytes), busboy, { signal: wanted.signal });
    await written;
    return tooMany ? "too_many_parts" : outcome;
  } catch (problem) {
    (stream as BusboyFileStream | null)?.destroy();
    await (written as Promise<void> | null)?.catch(() => {});
    if (problem instanceof BodyTooLarge) return "too_large";
    if (ofTheDisk.has((problem as NodeJS.ErrnoException).code ?? "")) throw problem;
    return "broken_off";
  }
}
