import { useLoaderData } from "@remix-run/react";
import { asReviewer } from "~/access/sides.server";
import { type QueueEntry, reviewerQueue } from "~/assignments/queue.queries.server";
import { Badge, type BadgeKind } from "~/ui/badge";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Listing } from "~/ui/listing";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "review.queue.title" };

export const loader = asReviewer(({ person }) => reviewerQueue(person));

export default function Queue() {
  const { seats, entries } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="review" title={t("review.queue.title")} lead={t("review.queue.lead")}>
      {seats.map((seat) => {
        const own = entries.filter((entry) => entry.call === seat.call);
        if (!seat.agreed) return <AgreeFirst key={seat.call} call={seat.call} title={seat.title} />;
        if (own.length === 0) return null;
        const over = seat.closed || own.every((entry) => entry.state === "locked");
        const queue = <SeatQueue key={seat.call} title={seat.title} entries={own} closed={seat.closed} />;
        return over ? (
          <Disclosure key={seat.call} summary={t("review.queue.finished", { call: seat.title })}>
            {queue}
          </Disclosure>
        ) : (
          queue
        );
      })}
      {entries.length === 0 && seats.every((seat) => seat.agreed) ? (
        <EmptyState title={t("review.queue.empty_title")}>{t("review.queue.empty")}</EmptyState>
      ) : null}
    </Page>
  );
}

function AgreeFirst({ call, title }: { call: string; title: string }) {
  const { t } = useText();
  return (
    <Notice title={t("review.queue.agree_first")}>
      <p>{t("review.queue.agree_about", { call: title })}</p>
      <LinkButton to={paths.agreement(call)}>{t("review.queue.agree_act")}</LinkButton>
    </Notice>
  );
}

function SeatQueue({ title, entries, closed }: { title: string; entries: QueueEntry[]; closed: boolean }) {
  const { t } = useText();
  const done = entries.filter((entry) => entry.state === "locked").length;
  return (
    <Section title={title}>
      <ProgressBar
        label={t("review.queue.progress")}
        done={done}
        total={entries.length}
        words={t("review.queue.of_all", { done, total: entries.length })}
      />
      <Listing
        level={3}
        items={entries.map((entry) => ({
          key: entry.code,
          title: entry.title,
          to: paths.packet(entry.code),
          badge: <StateBadge entry={entry} closed={closed} />,
          facts: [
            entry.code,
            t("review.queue.judged", { judged: entry.judged, criteria: entry.criteria }),
            <span key="due">
              {t("review.packet.due")} <Moment at={entry.dueAt} />
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

function StateBadge({ entry, closed }: { entry: QueueEntry; closed: boolean }) {
  const { t } = useText();
  const open = entry.judged > 0 ? "started" : "assigned";
  const state = entry.state === "locked" ? "locked" : closed ? "closed" : open;
  const kinds: Record<typeof state, BadgeKind> = {
    locked: "closed",
    closed: "closed",
    started: "started",
    assigned: "plain",
  };
  return <Badge kind={kinds[state]}>{t(`review.queue.states.${state}`)}</Badge>;
}
