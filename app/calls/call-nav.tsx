import { paths } from "~/ui/paths";
import { SubNav } from "~/ui/sub-nav";
import { useText } from "~/ui/use-text";

const pages = {
  overview: paths.manageCall,
  proposals: (slug: string) => paths.manageProposals(slug),
  advisory_group: paths.advisoryGroup,
  assignments: paths.assignments,
  progress: paths.progress,
  ranking: paths.ranking,
  release: paths.release,
};

export type CallPage = keyof typeof pages;

type Counts = { proposals: number; advisoryGroup: number; packets: number };

/** The pages of one call for officers, in the order of its life; where counts are known they stand beside the names. */
export function CallNav({ slug, current, counts }: { slug: string; current?: CallPage; counts?: Counts }) {
  const { t } = useText();
  const known: Partial<Record<CallPage, number>> = {
    proposals: counts?.proposals,
    advisory_group: counts?.advisoryGroup,
    assignments: counts?.packets,
  };
  const items = (Object.keys(pages) as CallPage[]).map((page) => ({
    to: pages[page](slug),
    label: t(`manage.sub_nav.${page}`),
    count: known[page],
    current: page === current,
  }));
  return <SubNav label={t("manage.sub_nav.label")} items={items} />;
}
