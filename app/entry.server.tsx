import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { wholeAnswer } from "~/http/compress.server";
import { environment } from "~/http/environment.server";
import { log } from "~/http/log.server";
import { localeOf } from "~/ui/locale-of-request";
import { readerOf } from "~/ui/reader.server";
import { tellRendered } from "~/ui/rendered-page.server";
import { ReaderProvider } from "~/ui/use-text";

/** Renders one page: as plain markup, or, where the page asks for scripts, so that React can take it up. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const reader = await readerOfRequest(request, context);
  const pageOf = (entry: EntryContext) => (
    <ReaderProvider reader={reader}>
      <RemixServer context={entry} url={request.url} nonce={context.nonce} />
    </ReaderProvider>
  );
  const page = pageOf(remix);
  // The stream of loader data can be read once only, so whoever renders the page again does it without.
  tellRendered(() => pageOf({ ...remix, serverHandoffStream: undefined }));
  const markup = asksForScripts(remix)
    ? await hydratable(page, context.nonce)
    : `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Vary", "Cookie, Accept-Language");
  // Headers of what a loader threw do not come this far.
  if (status === 503) headers.set("Retry-After", "30");
  return wholeAnswer(markup, { status, headers, accepts: request.headers.get("accept-encoding") ?? "" });
}

/** A refusal is an answer and no fault; what is a fault was written to the log where it happened. */
export function handleError(problem: unknown, { request }: { request: Request }) {
  if (isRouteErrorResponse(problem) || request.signal.aborted) return;
  log.error({ problem, path: new URL(request.url).pathname }, "a page could not be made");
}

async function readerOfRequest(request: Request, context: AppLoadContext) {
  const { pathname, search } = new URL(request.url);
  // A page that tells of a broken database must not need the database.
  const session = await context.session().catch(() => null);
  return readerOf({
    locale: localeOf(request.headers, pathname),
    zone: context.zone ?? undefined,
    now: context.now,
    path: pathname + search,
    actor: { signedIn: session !== null, hats: session?.hats ?? [] },
    nonce: context.nonce,
    appUrl: environment().appUrl,
  });
}

function asksForScripts(remix: EntryContext): boolean {
  const { matches, errors } = remix.staticHandlerContext;
  if (errors) return false;
  return matches.some(({ route }) => {
    const handle = remix.routeModules[route.id]?.handle as { hydrate?: true } | undefined;
    return handle?.hydrate;
  });
}

async function hydratable(page: ReactElement, nonce: string): Promise<string> {
  const pieces: Buffer[] = [];
  const body = new Writable({
    write(piece, _encoding, taken) {
      pieces.push(Buffer.from(piece));
      taken();
    },
  });
  const rendering = new Promise<void>((ready, fail) => {
    const stream = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        stream.pipe(body);
        ready();
      },
      onShellError: fail,
      onError: fail,
    });
  });
  await rendering;
  await finished(body);
  return Buffer.concat(pieces).toString("utf8");
}
