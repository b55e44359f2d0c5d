import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { PageFooter } from "./page-footer";
import { PageHeader } from "./page-header";
import { ReturnedWords } from "./returned-words";
import { SkipLink } from "./skip-link";

export type Side = "public" | "apply" | "review" | "manage" | "finance";

export interface PageProps {
  side: Side;
  /** The heading of the page; the title in the browser's tab comes from the route's handle. */
  title: ReactNode;
  /** A line above the title, such as a state or a reference. */
  above?: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** Which call this is about, in the header. */
  call?: ReactNode;
  /** A TimeLeft, in the header. */
  timeLeft?: ReactNode;
  /** Problems and notices, before everything else. */
  notices?: ReactNode;
  actions?: ReactNode;
  /** Task list, score sheet or detail, beside the text on a desktop and after it on a phone. */
  aside?: ReactNode;
  asideLabel?: string;
  /** A wide page gives tables the whole width. */
  wide?: boolean;
  children?: ReactNode;
}

/** The frame of every page, recognisable by its side of the counter. */
export function Page({
  side,
  title,
  above,
  lead,
  crumbs,
  call,
  timeLeft,
  notices,
  actions,
  aside,
  ...rest
}: PageProps) {
  const shape = ["page", `page-${side}`, aside ? "page-beside" : "", rest.wide ? "page-wide" : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={shape}>
      <SkipLink />
      <PageHeader side={side} call={call} timeLeft={timeLeft} />
      <div className="page-body">
        <main className="page-main" id="main" tabIndex={-1}>
          {crumbs && crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
          <ReturnedWords />
          {notices}
          <div className="page-title">
            <div>
              {above ? <div className="page-above">{above}</div> : null}
              <h1>{title}</h1>
              {lead ? <div className="page-lead">{lead}</div> : null}
            </div>
            {actions ? <div className="page-actions">{actions}</div> : null}
          </div>
          {aside && rest.asideLabel ? (
            <a className="to-aside" href="#aside">
              {rest.asideLabel}
            </a>
          ) : null}
          {rest.children}
        </main>
        {aside ? (
          <aside className="page-aside" id="aside" aria-label={rest.asideLabel}>
            {aside}
          </aside>
        ) : null}
      </div>
      <PageFooter />
    </div>
  );
}
