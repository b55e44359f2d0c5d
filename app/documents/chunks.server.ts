import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";

/** The bytes of a body as they come; none where there is no body. */
export const chunksOf = (body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> =>
  body ? Readable.fromWeb(body as NodeStream<Uint8Array>) : Readable.from([]);
