import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { bytesOf } from "./page-bytes.server";

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const worthwhile = 1200;

type Answer = { status: number; headers: Headers; accepts: string };

/**
 * An answer whose body is known as a whole, compressed as its reader accepts (Accept-Encoding): on a slow line the bytes
 * cost more than the work. It stays in one piece up to the socket: each stream on the way would cost more than it, and
 * Node writes bytes faster than the same text.
 */
export async function wholeAnswer(
  body: readonly string[] | Buffer,
  { status, headers, accepts }: Answer,
): Promise<Response> {
  const bytes = Buffer.isBuffer(body) ? body : bytesOf(body);
  const encoding =
    bytes.length < worthwhile ? null : accepts.includes("br") ? "br" : accepts.includes("gzip") ? "gzip" : null;
  const sent =
    encoding === "br"
      ? await asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : encoding === "gzip"
        ? await asGzip(bytes, { level: 5 })
        : bytes;
  if (encoding) headers.set("Content-Encoding", encoding);
  headers.append("Vary", "Accept-Encoding");
  headers.set("Content-Length", String(sent.length));
  return new Response(sent as BodyInit, { status, headers });
}

/** Compresses what is still a stream of text; what has a length already was packed where it was made. */
export async function compressed(answer: Response, accepts: string): Promise<Response> {
  const { status, headers } = answer;
  const kind = headers.get("content-type") ?? "";
  const text = kind.startsWith("text/") || kind.includes("json") || kind.includes("x-script");
  if (!text || headers.has("content-length") || headers.has("content-encoding") || !answer.body) return answer;
  return wholeAnswer(Buffer.from(await answer.arrayBuffer()), { status, headers: new Headers(headers), accepts });
}
