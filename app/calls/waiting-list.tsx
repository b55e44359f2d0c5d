import type { BadgeKind } from "~/ui/badge";
import { paths } from "~/ui/paths";
import { TaskList } from "~/ui/task-list";
import { useText } from "~/ui/use-text";
import type { WaitingKind } from "./waiting";

const places: Record<WaitingKind, (slug: string) => string> = {
  eligibility_checks: (slug) => paths.manageProposals(slug, { state: "submitted" }),
  packets_to_freeze: (slug) => paths.manageProposals(slug, { state: "eligible" }),
  packets_to_assign: paths.assignments,
  reviews_late: paths.progress,
  reviews_missing: paths.progress,
  decisions_to_take: paths.ranking,
  release_to_prepare: paths.release,
  release_to_confirm: paths.release,
  announcement: paths.announcement,
};

const counted = {
  eligibility_checks: "count_proposals",
  packets_to_freeze: "count_proposals",
  packets_to_assign: "count_packets",
  reviews_late: "count_reviews",
  reviews_missing: "count_reviews",
  decisions_to_take: "count_decisions",
  release_to_prepare: "count_decisions",
  release_to_confirm: "count_decisions",
} as const satisfies Record<Exclude<WaitingKind, "announcement">, string>;

const kinds: Partial<Record<WaitingKind, BadgeKind>> = { reviews_late: "bad", reviews_missing: "started" };

/** What waits in one call, each line leading to where it is done. */
export function WaitingList({ slug, waiting }: { slug: string; waiting: { kind: WaitingKind; count: number }[] }) {
  const { t } = useText();
  const word = (kind: WaitingKind, count: number) =>
    kind === "announcement" ? t("manage.today.count_announcement") : t(`manage.today.${counted[kind]}`, { count });
  if (waiting.length === 0) return <p className="quiet">{t("manage.today.nothing")}</p>;
  return (
    <TaskList
      level={3}
      tasks={waiting.map(({ kind, count }) => ({
        to: places[kind](slug),
        label: t(`manage.today.waiting.${kind}`),
        state: { kind: kinds[kind] ?? "waiting", word: word(kind, count) },
      }))}
    />
  );
}
