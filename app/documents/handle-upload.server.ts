import { statusOf } from "~/http/refusals";
import { Refusal } from "~/values/refusal";
import { chunksOf } from "./chunks.server";
import { mostBytes } from "./document";
import { drain } from "./drain.server";
import { relativeAddress, type UploadService } from "./upload-service.server";
import { announceVisitor, type UploadVisitor } from "./upload-visitors";

const mostJson = 64 * 1024;

/** A refusal as the uploader reads it: a status, a reason, details. */
export const refused = (refusal: Refusal) =>
  Response.json(
    { message: refusal.reason, details: refusal.details ?? {} },
    { status: statusOf[refusal.kind], headers: refusal.kind === "unavailable" ? { "Retry-After": "30" } : {} },
  );

/** The small JSON body of a request, or null when it is not small. */
async function smallBody(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request.body)) {
    size += chunk.byteLength;
    if (size > mostJson) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Signed addresses of our own ingest become relative; a key that met another upload is not handed out. */
async function handedOut(response: Response, service: UploadService): Promise<Response> {
  const given = (await response.json()) as { url: string; key: string; customId: string | null }[];
  for (const { key, customId } of service.ingest ? given : []) {
    if (!(await service.ingest?.announced(key, customId ?? ""))) return refused(new Refusal("stale", "key_is_taken"));
  }
  const relative = given.map((one) => ({ ...one, url: relativeAddress(one.url) }));
  return Response.json(relative, { headers: { "Cache-Control": "no-store" } });
}

/** What the SDK itself refuses, said with the reasons of the fund. */
async function inOurWords(response: Response): Promise<Refusal> {
  const { message } = (await response.json().catch(() => ({ message: "" }))) as { message?: string };
  if (message?.endsWith("FileSizeMismatch")) return new Refusal("invalid", "file_is_too_large", { mostBytes });
  if (message?.endsWith("FileType")) return new Refusal("invalid", "file_is_not_a_pdf");
  if (message?.endsWith("FileCountMismatch")) return new Refusal("invalid", "one_file_at_a_time");
  return response.status < 500 ? new Refusal("not_found", "not_found") : new Refusal("unavailable", "upload_failed");
}

/** The file router at /api/uploadthing: what a browser asks before it sends a file, and what a service reports after. */
export async function handleFileRouter(
  request: Request,
  visitor: UploadVisitor,
  service: UploadService,
): Promise<Response> {
  const isCallback = request.headers.has("uploadthing-hook");
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const body = await smallBody(request);
  if (body === null) return refused(new Refusal("invalid", "request_is_too_large"));
  const passed = new Request(request.url, { method: "POST", headers: request.headers, body });
  announceVisitor(passed, isCallback ? { person: null, now: visitor.now } : visitor);
  const response = await service.route(passed);
  if (visitor.refused) return refused(visitor.refused);
  if (isCallback) return response;
  return response.ok ? handedOut(response, service) : refused(await inOurWords(response));
}

/** The ingest at /ut/KEY; with a hosted service there is none. */
export async function handleIngest(request: Request, now: Date, service: UploadService): Promise<Response> {
  if (service.ingest) return service.ingest.fromBrowser(request, now);
  await drain(request.body);
  return new Response(null, { status: 404 });
}
