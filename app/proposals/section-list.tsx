import type { BadgeKind } from "~/ui/badge";
import { paths } from "~/ui/paths";
import { TaskList } from "~/ui/task-list";
import { useText } from "~/ui/use-text";
import type { SectionPage } from "./section-page";

const kinds: Record<SectionPage["sections"][number]["state"], BadgeKind> = {
  not_started: "plain",
  in_progress: "started",
  complete: "good",
};

/** The sections of a proposal with their states, apart by who reads them. */
export function SectionList({
  proposal,
  sections,
  current,
  level,
}: {
  proposal: string;
  sections: SectionPage["sections"];
  current?: string;
  level?: 2 | 3;
}) {
  const { t } = useText();
  return (
    <>
      {(["blind", "identity"] as const).map((part) => (
        <TaskList
          key={part}
          level={level}
          title={t(`apply.tasks.${part}_part`)}
          tasks={sections
            .filter((section) => section.part === part)
            .map((section) => ({
              to: paths.proposalSection(proposal, section.id),
              label: section.title,
              state: { kind: kinds[section.state], word: t(`apply.tasks.${section.state}`) },
              current: section.id === current,
            }))}
        />
      ))}
    </>
  );
}
