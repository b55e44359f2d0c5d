import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { formIssuedTo } from "~/access/kept-text.server";
import { returnedForm } from "~/access/returned-form.server";
import { wholeAnswer } from "~/http/compress.server";
import { environment } from "~/http/environment.server";
import { log } from "~/http/log.server";
import { localeOf } from "~/ui/locale-of-request";
import type { PageHandle } from "~/ui/page-handle";
import { readerOf } from "~/ui/reader.server";
import { tellRendered } from "~/ui/rendered-page.server";
import { ReaderProvider } from "~/ui/use-text";

/** Renders one page as plain markup: no page is taken up by React in the browser (decision 17). */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const reader = await readerOfRequest(request, context, !keepsTyped(remix));
  // Remix would write the loaders' data into the page for scripts that nobody sends.
  const { serverHandoffStream: _, ...entry } = remix;
  const page = () => (
    <ReaderProvider reader={reader}>
      <RemixServer context={{ ...entry }} url={request.url} nonce={context.nonce} />
    </ReaderProvider>
  );
  tellRendered(page);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Vary", "Cookie, Accept-Language");
  // Headers of what a loader threw do not come this far.
  if (status === 503) headers.set("Retry-After", "30");
  return wholeAnswer(["<!DOCTYPE html>", renderToStaticMarkup(page())], {
    status,
    headers,
    accepts: request.headers.get("accept-encoding") ?? "",
  });
}

/** How long Remix keeps a request for data that is still on its way, in milliseconds. None ever is. */
export const streamTimeout = 50;

/** A refusal is an answer and no fault; what is a fault was written to the log where it happened. */
export function handleError(problem: unknown, { request }: { request: Request }) {
  if (isRouteErrorResponse(problem) || request.signal.aborted) return;
  log.error({ problem, path: new URL(request.url).pathname }, "a page could not be made");
}

async function readerOfRequest(request: Request, context: AppLoadContext, givesBack: boolean) {
  const { pathname, search } = new URL(request.url);
  // A page that tells of a broken database must not need the database.
  const session = await context.session().catch(() => null);
  const person = givesBack ? session?.person : undefined;
  return readerOf({
    locale: localeOf(request.headers, pathname),
    zone: context.zone ?? undefined,
    now: context.now,
    path: pathname + search,
    actor: { signedIn: session !== null, hats: session?.hats ?? [] },
    nonce: context.nonce,
    appUrl: environment().appUrl,
    issued: person ? formIssuedTo(person) : undefined,
    returned: person ? await returnedForm(request, person, context.now).catch(() => undefined) : undefined,
  });
}

/** Whether a page that is shown itself gives back what was sent to it after its session had ended. */
function keepsTyped({ staticHandlerContext: { matches, errors }, routeModules }: EntryContext): boolean {
  if (errors) return false;
  return matches.some(({ route }) => (routeModules[route.id]?.handle as PageHandle | undefined)?.keepsTyped);
}
