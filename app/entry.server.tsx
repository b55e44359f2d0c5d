import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { formIssuedTo } from "~/access/kept-text.server";
import { returnedForm } from "~/access/returned-form.server";
import { wholeAnswer } from "~/http/compress.server";
import { bringsScripts } from "~/http/document-handler.server";
import { environment } from "~/http/environment.server";
import { inScript } from "~/http/in-script";
import { log } from "~/http/log.server";
import { localeOf } from "~/ui/locale-of-request";
import { readerOf } from "~/ui/reader.server";
import { tellRendered } from "~/ui/rendered-page.server";
import { withTexts } from "~/ui/texts-in-page.server";
import { ReaderProvider } from "~/ui/use-text";

/** Renders one page: as plain markup, or, where the page asks for scripts, so that React can take it up. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const scripts = asksForScripts(remix);
  const reader = await readerOfRequest(request, context, !scripts);
  // Remix would write the loaders' data into the page by a stream; a page made at once writes it by itself.
  const { serverHandoffStream: loaded, ...entry } = remix;
  const page = () => (
    <ReaderProvider reader={reader}>
      <RemixServer context={{ ...entry }} url={request.url} nonce={context.nonce} />
    </ReaderProvider>
  );
  tellRendered(page);
  const markup = scripts
    ? withHandover(
        withTexts(renderToString(page()), reader.locale),
        loaded ? await handover(loaded, context.nonce) : "",
      )
    : [renderToStaticMarkup(page())];
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Vary", "Cookie, Accept-Language");
  // Headers of what a loader threw do not come this far.
  if (status === 503) headers.set("Retry-After", "30");
  return wholeAnswer(["<!DOCTYPE html>", ...markup], {
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

async function readerOfRequest(request: Request, context: AppLoadContext, isPlain: boolean) {
  const { pathname, search } = new URL(request.url);
  // A page that tells of a broken database must not need the database.
  const session = await context.session().catch(() => null);
  const person = isPlain ? session?.person : undefined;
  return readerOf({
    locale: localeOf(request.headers, pathname),
    zone: context.zone ?? undefined,
    now: context.now,
    path: pathname + search,
    actor: { signedIn: session !== null, hats: session?.hats ?? [] },
    nonce: context.nonce,
    appUrl: environment().appUrl,
    // A page with scripts keeps what is typed there in ways of its own.
    issued: person ? formIssuedTo(person) : undefined,
    returned: person ? await returnedForm(request, person, context.now).catch(() => undefined) : undefined,
  });
}

function asksForScripts(remix: EntryContext): boolean {
  const { matches, errors } = remix.staticHandlerContext;
  if (errors) return false;
  return matches.some(({ route }) => bringsScripts(remix.routeModules[route.id] ?? {}));
}

/** What the loaders found, as the scripts in which Remix awaits it. Nothing in the product is deferred: it is all there. */
async function handover(loaded: ReadableStream<Uint8Array>, nonce: string): Promise<string> {
  const script = (code: string) => `<script nonce="${nonce}">window.__remixContext.streamController.${code}</script>`;
  const text = new TextDecoder();
  const pieces: string[] = [];
  for await (const piece of loaded as unknown as AsyncIterable<Uint8Array>)
    pieces.push(script(`enqueue(${inScript(text.decode(piece, { stream: true }))});`));
  return `${pieces.join("")}${script("close();")}`;
}

/** What the loaders found stands at the very end of a page. */
function withHandover(parts: (string | Buffer)[], scripts: string): (string | Buffer)[] {
  const last = String(parts.at(-1));
  const end = last.lastIndexOf("</body>");
  return [...parts.slice(0, -1), last.slice(0, end), scripts, last.slice(end)];
}
