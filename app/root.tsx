import type { HeadersFunction, LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { SessionEnd } from "~/access/session-end";
import { ErrorPage, errorPageOf, type RefusalFacts } from "~/ui/error-page";
import type { PageHandle } from "~/ui/page-handle";
import stylesheet from "~/ui/styles.css?url";
import { useText } from "~/ui/use-text";
import { ZoneScript } from "~/ui/zone-script";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** A refusal says also in a header when to come back. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const when = errorHeaders?.get("Retry-After");
  return when ? { "Retry-After": when } : new Headers();
};

/** The document around every page: language and direction, and one stylesheet. */
export function Layout({ children }: { children: ReactNode }) {
  const reader = useText();
  const error = useRouteError();
  return (
    <html lang={reader.locale} dir={reader.direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf6" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#12191f" />
        <title>{usePageTitle(error)}</title>
        {reader.appUrl ? <SocialCard appUrl={reader.appUrl} /> : null}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <SessionEnd />
        <ZoneScript nonce={reader.nonce} />
      </body>
    </html>
  );
}

/** What a shared link looks like. Private pages have nothing to share and say the same. */
function SocialCard({ appUrl }: { appUrl: string }) {
  const { t } = useText();
  return (
    <>
      <meta property="og:site_name" content={t("common.fund")} />
      <meta property="og:image" content={`${appUrl}/social.png`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function usePageTitle(error: unknown): string {
  const reader = useText();
  const page = useMatches().findLast((match) => (match.handle as PageHandle | undefined)?.title);
  if (error)
    return reader.t("common.page_title", { title: reader.t(`errors.pages.${errorPageOf(statusOf(error))}.title`) });
  const title = (page?.handle as PageHandle | undefined)?.title;
  if (!page || !title) return reader.t("common.fund");
  const words = typeof title === "function" ? title(reader, page.data as never) : reader.t(title);
  return reader.t("common.page_title", { title: words });
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = isRouteErrorResponse(error)
    ? (error.data as { refusal?: RefusalFacts; written?: string[] } | null)
    : null;
  return <ErrorPage status={statusOf(error)} refusal={data?.refusal} written={data?.written} />;
}
