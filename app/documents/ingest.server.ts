import { timingSafeEqual } from "node:crypto";
import { Readable } from "node:stream";
import { drain } from "./drain.server";
import { type Announcement, ingestFolder, type Outcome } from "./ingest-folder.server";
import { latestWins } from "./latest-wins";
import { spanOfRange, startOfRange } from "./range";
import { receivePart } from "./receive-part.server";
import { factOf, signatureOf, signedByUs } from "./signed-address.server";
import { isUploadKey, keyOfPath } from "./upload-key";

type Options = {
  /** The folder of uploads. */
  folder: string;
  /** The address that signed links carry; nothing ever listens there. */
  origin: string;
  apiKey: string;
  appId: string;
  /** The largest file anyone may send. */
  mostBytes: number;
  /** Tells the file router, in-process, that a file is complete. */
  callBack: (slug: string, init: RequestInit, now: Date) => Promise<Response>;
};

const answer = (status: number, body: unknown, headers: HeadersInit = {}) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headers } });
const refuse = (status: number, reason: string) => answer(status, { error: reason });

const statusOfReceived = {
  too_large: 413,
  no_file: 400,
  not_multipart: 415,
  too_many_parts: 400,
  broken_off: 400,
} as const;

const hour = 3_600_000;

/**
 * The storage end of the uploader's protocol, on our own disk: it takes what the SDK signed, keeps it under its key,
 * and tells the file router. It knows nothing of proposals.
 */
export function openIngest({ folder, origin, apiKey, appId, mostBytes, callBack }: Options) {
  const files = ingestFolder(folder);
  const oneAtATime = latestWins();
  const pathOfFile = `/a/${appId}/`;
  const addressOf = (key: string) => `${origin}${pathOfFile}${key}`;
  const sweep = () => void files.sweep(Date.now()).catch(() => {});
  sweep();
  setInterval(sweep, hour).unref();

  /** The signed address as the SDK made it, from wherever the browser sent it. */
  const signedAddress = (key: string, search: string) => new URL(`${origin}/${key}${search}`);

  /** The end of an upload, in the service's shape; a file that was refused says why, as an error. */
  function settled(key: string, { fileHash, serverData }: Outcome): Response {
    const address = addressOf(key);
    const facts = { url: address, appUrl: address, ufsUrl: address, fileHash, serverData };
    const refused = (serverData as { error?: unknown } | null)?.error;
    return refused ? answer(422, { ...facts, error: refused }) : answer(200, facts);
  }

  async function complete(key: string, url: URL, said: Announcement | null, now: Date): Promise<Response> {
    const fileHash = await files.hash(key);
    if (!said) return settled(key, { fileHash, serverData: null });
    const address = addressOf(key);
    const payload = JSON.stringify({
      status: "uploaded",
      origin,
      metadata: said.metadata,
      file: {
        key,
        name: factOf(url, "x-ut-file-name") ?? "",
        size: Number(factOf(url, "x-ut-file-size")),
        type: factOf(url, "x-ut-file-type") ?? "",
        customId: factOf(url, "x-ut-custom-id"),
        url: address,
        appUrl: address,
        ufsUrl: address,
        fileHash,
      },
    });
    const headers = {
      "content-type": "application/json",
      "uploadthing-hook": "callback",
      "x-uploadthing-signature": signatureOf(payload, apiKey),
    };
    await callBack(said.slug, { method: "POST", headers, body: payload }, now);
    const outcome = await files.outcome(key);
    // The SDK answers 200 even when the file router threw; without a result the file is not recorded, and a retry is due.
    return outcome ? settled(key, { ...outcome, fileHash }) : refuse(502, "file_is_not_recorded");
  }

  async function put(key: string, request: Request, now: Date): Promise<Response> {
    const url = signedAddress(key, new URL(request.url).search);
    const slug = factOf(url, "x-ut-slug");
    const size = Number(factOf(url, "x-ut-file-size"));
    const from = startOfRange(request.headers.get("range"));
    if (from === null) return refuse(416, "range_is_not_understood");
    if (!(size <= mostBytes)) return refuse(413, "file_is_too_large");
    return oneAtATime(key, async (signal) => {
      const before = await files.outcome(key);
      if (before) return settled(key, before);
      const said = slug ? await files.announcement(key) : null;
      if (slug && (said?.slug !== slug || said.metadata.document !== factOf(url, "x-ut-custom-id"))) {
        return refuse(409, "upload_was_not_announced");
      }
      if ((await files.size(key)) === null) {
        if (!(await files.prepare(key, from))) return refuse(416, "beginning_is_missing");
        const received = await receivePart(request, {
          field: "file",
          path: files.part(key),
          from,
          most: size - from,
          signal,
        });
        if (received !== "received") {
          if (received === "too_large") await files.discardPart(key);
          return refuse(statusOfReceived[received], received === "too_large" ? "file_is_too_large" : received);
        }
        if ((await files.received(key)) !== size) return refuse(400, "file_is_incomplete");
        await files.finish(key);
      } else if (!slug) return refuse(409, "key_is_taken");
      return complete(key, url, said, now);
    });
  }

  async function get(key: string, request: Request): Promise<Response> {
    if (!signedByUs(request.url, apiKey).allowed) return refuse(403, "address_is_not_signed");
    const size = await files.size(key);
    if (size === null) return refuse(404, "not_found");
    const span = spanOfRange(request.headers.get("range"), size);
    if (span === "unsatisfiable")
      return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${size}` } });
    const bytes = Readable.toWeb(files.read(key, span ?? undefined)) as ReadableStream<Uint8Array>;
    const headers = new Headers({ "Accept-Ranges": "bytes", "Content-Type": "application/octet-stream" });
    headers.set("Content-Length", String(span ? span.to - span.from + 1 : size));
    if (span) headers.set("Content-Range", `bytes ${span.from}-${span.to}/${size}`);
    return new Response(bytes, { status: span ? 206 : 200, headers });
  }

  const fromOurselves = (request: Request) => {
    const [given, known] = [request.headers.get("x-uploadthing-api-key") ?? "", apiKey].map((text) =>
      Buffer.from(text),
    );
    return given !== undefined && known !== undefined && given.length === known.length && timingSafeEqual(given, known);
  };

  /** What the SDK asks its service for, with the key: announcements, results, removals. */
  async function fromSdk(path: string, request: Request): Promise<Response> {
    if (!fromOurselves(request)) return refuse(401, "key_is_wrong");
    const said = (await request.json()) as Record<string, unknown>;
    const keys = (Array.isArray(said.fileKeys) ? said.fileKeys : [said.fileKey]).map(String).filter(isUploadKey);
    if (path === "/route-metadata") {
      const announcement = { metadata: said.metadata as Announcement["metadata"], slug: String(said.callbackSlug) };
      const taken = await Promise.all(keys.map((key) => files.announce(key, announcement)));
      return taken.every(Boolean) ? answer(200, { ok: true }) : refuse(409, "key_is_taken");
    }
    if (path === "/callback-result") {
      const [key] = keys;
      if (!key) return refuse(404, "not_found");
      const fileHash = (await files.size(key)) === null ? "" : await files.hash(key);
      await files.keepOutcome(key, { fileHash, serverData: said.callbackData });
      return answer(200, { ok: true });
    }
    const removed = await Promise.all(keys.map((key) => files.remove(key)));
    return answer(200, { success: true, deletedCount: removed.filter(Boolean).length });
  }

  return {
    /** Whether this key was announced for this very upload: keys are short and may meet. */
    async announced(key: string, document: string): Promise<boolean> {
      return (await files.announcement(key))?.metadata.document === document;
    },

    /** A browser's HEAD or PUT at /ut/KEY. */
    async fromBrowser(request: Request, now: Date): Promise<Response> {
      const url = new URL(request.url);
      const key = keyOfPath(url.pathname, "/ut/");
      const signed = key !== null && signedByUs(signedAddress(key, url.search).href, apiKey).allowed;
      let said: Response;
      if (!signed) said = refuse(key === null ? 404 : 403, key === null ? "not_found" : "address_is_not_signed");
      else if (request.method === "HEAD") {
        const received = await files.received(key);
        said = new Response(null, { headers: { "x-ut-range-start": String(received), "Cache-Control": "no-store" } });
      } else if (request.method === "PUT") said = await put(key, request, now);
      else said = refuse(405, "method_is_not_known");
      await drain(request.body);
      return said;
    },

    /** Everything the SDK sends to its service in this process. */
    async fromSdk(request: Request, now: Date): Promise<Response> {
      const { pathname, search } = new URL(request.url);
      const stored = keyOfPath(pathname, pathOfFile);
      if (stored && request.method === "GET") return get(stored, request);
      if (request.method === "POST" && ["/route-metadata", "/callback-result", "/v6/deleteFiles"].includes(pathname)) {
        return fromSdk(pathname, request);
      }
      const key = keyOfPath(pathname, "/");
      if (!key || request.method !== "PUT") return refuse(404, "not_found");
      if (!signedByUs(signedAddress(key, search).href, apiKey).allowed) return refuse(403, "address_is_not_signed");
      return put(key, request, now);
    },
  };
}
