import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const worthwhile = 1200;

/** Compresses pages and data on the way out: on a slow line the bytes cost more than the work. */
export async function compressed(answer: Response, accepts: string): Promise<Response> {
  const kind = answer.headers.get("content-type") ?? "";
  const text = kind.startsWith("text/") || kind.includes("json") || kind.includes("x-script");
  if (!text || !answer.body || answer.headers.has("content-encoding")) return answer;
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = new Headers(answer.headers);
  headers.append("Vary", "Accept-Encoding");
  const send = (bytes: Buffer) => {
    headers.set("Content-Length", String(bytes.length));
    return new Response(bytes as unknown as BodyInit, { status: answer.status, headers });
  };
  if (body.length < worthwhile) return send(body);
  if (accepts.includes("br")) {
    headers.set("Content-Encoding", "br");
    return send(await asBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
  }
  if (accepts.includes("gzip")) {
    headers.set("Content-Encoding", "gzip");
    return send(await asGzip(body, { level: 5 }));
  }
  return send(body);
}
