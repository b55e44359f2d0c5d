import type { PersonRef } from "~/values/person-ref";
import type { Refusal } from "~/values/refusal";

/** Who is behind a request to the file router, and when it came; null where the uploader's service itself calls. */
export type UploadVisitor = { person: PersonRef | null; now: Date; refused?: Refusal };

/**
 * The SDK hands our functions the very request it was given, so what belongs to a request hangs on the request. Nothing
 * ambient: under load the SDK has mixed up the asynchronous contexts of its callers before.
 */
const visitors = new WeakMap<Request, UploadVisitor>();

export function announceVisitor(request: Request, visitor: UploadVisitor) {
  visitors.set(request, visitor);
}

export function visitorOf(request: Request): UploadVisitor {
  const visitor = visitors.get(request);
  if (!visitor) throw new Error("A request reached the file router without its visitor.");
  return visitor;
}
