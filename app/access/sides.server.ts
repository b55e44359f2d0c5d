import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { keepText } from "~/access/kept-text.server";
import type { Session } from "~/access/lucia.server";
import { forgetSent } from "~/access/returned-form.server";
import { isWritten, typedTexts } from "~/forms/typed-texts";
import type { RequestContext } from "~/http/load-context";
import { log } from "~/http/log.server";
import { toRefusal } from "~/http/refusal-from-database.server";
import { statusOf } from "~/http/refusals";
import type { Locale } from "~/ui/locales";
import { paths } from "~/ui/paths";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import type { Actor } from "./actor";
import type { Hat } from "./hats";

export type CounterSide = "public" | "apply" | "review" | "manage" | "finance";

type Visit = {
  request: Request;
  /** Parts of the address, by the names of the route. */
  params: Record<string, string>;
  context: RequestContext;
  now: Date;
  locale: Locale;
  actor: Actor;
  session: Session | null;
  person?: PersonRef | undefined;
};
type SignedIn = Visit & { person: PersonRef; session: Session };

const hatOfSide = {
  public: null,
  apply: null,
  review: "reviewer",
  manage: "programme_officer",
  finance: "finance_officer",
} satisfies Record<CounterSide, Hat | null>;

const actorHat = {
  public: "visitor",
  apply: "applicant",
  review: "reviewer",
  manage: "programme_officer",
  finance: "finance_officer",
} as const;

type Handler<V, T> = (visit: V) => T | Promise<T>;
type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Stops at the door: who is not signed in goes to sign in and comes back, to what was typed where a session had ended;
 * who lacks the hat learns nothing.
 */
async function admit(side: CounterSide, session: Session | null, request: Request, now: Date, posted: Request | null) {
  if (side === "public") return;
  if (!session) {
    const url = new URL(request.url);
    const typed = posted ? new URLSearchParams(await posted.text()) : null;
    const kept = typed ? await keepText(request.headers.get("cookie"), { place: url.pathname, typed, now }) : null;
    const page = request.method === "GET" || kept ? url.pathname + url.search : refererPath(request);
    const headers: Record<string, string> = kept ? { "Set-Cookie": kept } : {};
    throw redirect(paths.signIn((page ?? paths.home()).replace(/\.data$/, "")), { status: 303, headers });
  }
  const hat = hatOfSide[side];
  if (hat && !session.hats.includes(hat)) throw new Refusal("not_found", "not_found");
}

function refererPath(request: Request): string | null {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return pathname + search;
}

/** A body that is no form where a form was awaited is the sender's mistake, not a fault of ours. */
const isNoForm = (problem: unknown) => problem instanceof TypeError && /FormData|form-data/.test(problem.message);

/** Refusals become answers: bad input goes back to its form, everything else to the page that explains it. */
function answerTo(problem: unknown, request: Request, now: Date, typed: FormData | null) {
  const refusal = isNoForm(problem) ? new Refusal("invalid", "save_is_malformed") : toRefusal(problem);
  const texts = typed ? typedTexts(typed) : {};
  const written = Object.values(texts).flat().filter(isWritten);
  if (!refusal) {
    log.error({ problem, path: new URL(request.url).pathname }, "a request failed");
    if (written.length === 0) throw problem;
    throw data({ written }, { status: 500 });
  }
  const reading = request.method === "GET" || request.method === "HEAD";
  // An address that makes no sense answers like one that does not exist.
  const status = reading && refusal.kind === "invalid" ? statusOf.not_found : statusOf[refusal.kind];
  const body = { refusal: { reason: refusal.reason, details: refusal.details ?? {} } };
  // A resource that returns plain data answers 200 whatever its status says: a script would take that for saved.
  if (asksForJson(request)) throw Response.json(body, { status, headers: whenToComeBack(refusal, now) });
  // What was typed goes back to its form, also where somebody else was faster.
  if ((refusal.kind === "invalid" || refusal.kind === "stale") && !reading) {
    return data({ ...body, typed: texts }, { status });
  }
  // Where there is no form to go back to, such as after the close, its author can still copy what she wrote.
  throw data({ ...body, written }, { status, headers: whenToComeBack(refusal, now) });
}

const asksForJson = ({ headers }: Request) =>
  headers.get("content-type") === "application/json" || headers.get("accept") === "application/json";

function whenToComeBack({ kind, details }: Refusal, now: Date): Record<string, string> {
  if (kind === "unavailable") return { "Retry-After": "30" };
  if (kind !== "too_many" || !(details?.until instanceof Date)) return {};
  return { "Retry-After": String(Math.max(1, Math.ceil((details.until.getTime() - now.getTime()) / 1000))) };
}

function wrapped<V extends Visit>(side: CounterSide) {
  return <T>(handler: Handler<V, T>) => {
    const handle = async ({ request, params, context }: Arguments) => {
      const copy = keepsTyped(request) ? request.clone() : null;
      try {
        const session = await context.session();
        await admit(side, session, request, context.now, copy);
        const actor: Actor = {
          person: session?.person ?? null,
          hats: session?.hats ?? [],
          hat: actorHat[side],
        };
        const visit = {
          request,
          params,
          context,
          now: context.now,
          locale: context.locale,
          actor,
          session,
          person: session?.person,
        };
        const answer = await handler(visit as unknown as V);
        if (copy && session) await forgetKept(copy, session.person, context);
        return answer;
      } catch (problem) {
        if (problem instanceof Response) throw problem;
        const typed = copy ? await copy.formData().catch(() => null) : null;
        return answerTo(problem, request, context.now, typed) as never;
      }
    };
    return Object.assign(handle as (args: Arguments) => Promise<T>, { side });
  };
}

/**
 * Forgets the kept form that was sent now. The act is done: where only the forgetting fails, its author hears that it is
 * done, and meets the kept words once more.
 */
async function forgetKept(posted: Request, person: PersonRef, { now, setCookie }: RequestContext): Promise<void> {
  try {
    const cookie = await forgetSent(posted, person, now);
    if (cookie) setCookie(cookie);
  } catch (problem) {
    log.error({ problem, path: new URL(posted.url).pathname }, "a kept form was not forgotten");
  }
}

/** A form's own post is kept for whoever typed it; a script has its text on its page still, and asks again. */
const keepsTyped = (request: Request) =>
  request.method === "POST" &&
  !asksForJson(request) &&
  (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");

/** Wrappers of every loader and action; each stamps its handler with the side of the counter it stands on. */
export const asVisitor = wrapped<Visit>("public");
export const asApplicant = wrapped<SignedIn>("apply");
export const asReviewer = wrapped<SignedIn>("review");
export const asManager = wrapped<SignedIn>("manage");
