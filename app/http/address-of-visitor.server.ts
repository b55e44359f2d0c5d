import type { HttpBindings } from "@hono/node-server";
import { environment } from "./environment.server";

/** The network address a request came from; a proxy's word is taken only where the operator said so. */
export function addressOfVisitor(headers: Headers, bindings: Partial<HttpBindings> | undefined): string {
  const forwarded = headers.get("x-forwarded-for");
  if (environment().trustProxy && forwarded) return forwarded.split(",").at(-1)?.trim() ?? "unknown";
  return bindings?.incoming?.socket?.remoteAddress ?? "unknown";
}
