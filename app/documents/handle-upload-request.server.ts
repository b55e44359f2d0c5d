import type { Hat } from "~/access/hats";
import { toRefusal } from "~/http/refusal-from-database.server";
import type { PersonRef } from "~/values/person-ref";
import { downloadDocument } from "./download.server";
import { handleFileRouter, handleIngest, refused } from "./handle-upload.server";
import { uploads } from "./uploads.server";

/** What the server knows of a request before anyone is asked. */
type Context = { now: Date; session(): Promise<{ person: PersonRef; hats: Hat[] } | null> };

/** A download at /documents/ID. Null, for the page of what does not exist, when there is nothing for this person. */
async function download(request: Request, id: string, { now, session }: Context): Promise<Response | null> {
  const viewer = await session();
  if (!viewer) return new Response(null, { status: 303, headers: { Location: `/sign-in?to=/documents/${id}` } });
  const response = await downloadDocument(viewer, id, now, request.headers.get("range"));
  if (request.method === "GET") return response;
  await response.body?.cancel();
  return new Response(null, response);
}

/** Answers what belongs to files, before any page is asked; null for everything else. */
export async function handleUploadRequest(request: Request, context: Context): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  try {
    if (pathname.startsWith("/ut/")) return await handleIngest(request, context.now, uploads());
    if (pathname === "/api/uploadthing") {
      const session = request.headers.has("uploadthing-hook") ? null : await context.session();
      return await handleFileRouter(request, { person: session?.person ?? null, now: context.now }, uploads());
    }
    const reading = request.method === "GET" || request.method === "HEAD";
    const [, id] = /^\/documents\/([^/]+)$/.exec(pathname) ?? [];
    return id && reading ? await download(request, id, context) : null;
  } catch (problem) {
    const refusal = toRefusal(problem);
    if (!refusal) throw problem;
    return refusal.kind === "not_found" ? null : refused(refusal);
  }
}
