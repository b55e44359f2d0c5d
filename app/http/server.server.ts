import { randomBytes } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { Hono } from "hono";
import { type Session, sessionOf } from "~/access/lucia.server";
import { sessionEndCookie } from "~/access/session-end.server";
import { handleUploadRequest } from "~/documents/handle-upload-request.server";
import { localeOf, zoneOf } from "~/ui/locale-of-request";
import { addressOfVisitor } from "./address-of-visitor.server";
import { bodyRefused } from "./body-limit";
import { compressed } from "./compress.server";
import { environment } from "./environment.server";
import { readiness } from "./health.server";
import type { RequestContext } from "./load-context";
import { log } from "./log.server";
import { manifestQuestionIsTooLong } from "./manifest-guard";
import { pageHandlers } from "./page-handlers.server";
import { comesFromUs, ownOrigins } from "./same-origin";
import { securityHeaders } from "./security-headers";
import { staticFiles } from "./static-files.server";

type Options = { build: ServerBuild; clientFolder: string; clock?: () => Date };

/** One request context: the instant of arrival, the language, and the session when it is first asked for. */
function contextOf(request: Request, address: string, now: Date, cookies: string[]): RequestContext {
  let asked: Promise<Session | null> | null = null;
  const readSession = async () => {
    const brought = request.headers.get("cookie");
    const { session, cookie } = await sessionOf(brought);
    const end = sessionEndCookie(brought, session, now);
    for (const told of [cookie, end]) if (told) cookies.push(told);
    return session;
  };
  return {
    nonce: randomBytes(16).toString("base64"),
    now,
    locale: localeOf(request.headers, new URL(request.url).pathname),
    zone: zoneOf(request.headers),
    address,
    session: () => {
      asked ??= readSession();
      return asked;
    },
    setCookie: (cookie) => cookies.push(cookie),
  };
}

const pageMethods = new Set(["GET", "HEAD", "POST"]);

/** The whole product as one function from request to answer. */
export async function createServer({ build, clientFolder, clock = () => new Date() }: Options) {
  const files = await staticFiles(clientFolder);
  const pages = pageHandlers(build);
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();

  app.onError((problem, { req }) => {
    log.error({ problem, path: new URL(req.raw.url).pathname }, "a request failed");
    return new Response("Something went wrong on our side. Please try again.", {
      status: 500,
      headers: {
        ...securityHeaders(randomBytes(16).toString("base64"), { https: environment().appUrl.startsWith("https:") }),
        "Cache-Control": "private, no-store",
      },
    });
  });

  app.all("*", async ({ req, env }) => {
    const request = req.raw;
    const now = clock();
    const began = performance.now();
    const cookies: string[] = [];
    const context = contextOf(request, addressOfVisitor(request.headers, env), now, cookies);
    const answer = await answerTo(request, context);
    const url = new URL(request.url);
    for (const [name, value] of Object.entries(
      securityHeaders(context.nonce, { https: environment().appUrl.startsWith("https:") }),
    )) {
      if (!answer.headers.has(name)) answer.headers.set(name, value);
    }
    for (const cookie of cookies) answer.headers.append("Set-Cookie", cookie);
    // What others may keep must not carry anybody's cookie.
    if (cookies.length > 0) answer.headers.delete("Cache-Control");
    if (!answer.headers.has("Cache-Control")) {
      answer.headers.set("Cache-Control", "private, no-store");
      if (!answer.headers.has("Vary")) answer.headers.set("Vary", "Cookie, Accept-Language");
    }
    log.debug(
      { method: request.method, path: url.pathname, status: answer.status, ms: Math.round(performance.now() - began) },
      "answered",
    );
    return compressed(answer, request.headers.get("accept-encoding") ?? "");
  });

  async function answerTo(request: Request, context: RequestContext): Promise<Response> {
    const url = new URL(request.url);
    const file =
      request.method === "GET" || request.method === "HEAD"
        ? files(url.pathname, request.headers.get("accept-encoding") ?? "")
        : null;
    if (file) return file;
    if (url.pathname === "/healthz") return Response.json({ alive: true });
    if (url.pathname === "/readyz") {
      const state = await readiness(clock);
      return Response.json(state, { status: state.ready ? 200 : 503, headers: { "Retry-After": "5" } });
    }
    if (!comesFromUs(request.method, request.headers, ownOrigins(environment().appUrl, request.url))) {
      return new Response("This write does not come from a page of the fund.", { status: 403 });
    }
    if (manifestQuestionIsTooLong(url)) return new Response(null, { status: 414 });
    const tooLong = bodyRefused(request.method, request.headers, url.pathname);
    if (tooLong) return new Response("That is more than a page sends.", { status: tooLong });
    const upload = await handleUploadRequest(request, context);
    if (upload) return mutable(upload);
    if (!pageMethods.has(request.method))
      return new Response("Pages are read and forms are posted.", {
        status: 405,
        headers: { Allow: "GET, HEAD, POST" },
      });
    return pages(request, context);
  }

  return app;
}

const mutable = (answer: Response) => new Response(answer.body, answer);
