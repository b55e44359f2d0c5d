import type { PersonRef } from "~/values/person-ref";
import { handleFileRouter, handleIngest } from "./handle-upload.server";
import { uploads } from "./uploads.server";

/** What the server knows of a request before anyone is asked. */
type Context = { now: Date; session(): Promise<{ person: PersonRef } | null> };

/** Answers what belongs to uploads, before any page is asked; null for everything else. */
export async function handleUploadRequest(request: Request, context: Context): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/ut/")) return handleIngest(request, context.now, uploads());
  if (pathname !== "/api/uploadthing") return null;
  const session = request.headers.has("uploadthing-hook") ? null : await context.session();
  return handleFileRouter(request, { person: session?.person ?? null, now: context.now }, uploads());
}
