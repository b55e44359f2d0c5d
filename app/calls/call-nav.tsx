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

/** The pages of one call for officers, in the order of its life. */
export function CallNav({ slug, current }: { slug: string; current?: CallPage }) {
  const { t } = useText();
  const items = (Object.keys(pages) as CallPage[]).map((page) => ({
    to: pages[page](slug),
    label: t(`manage.sub_nav.${page}`),
    current: page === current,
  }));
  return <SubNav label={t("manage.sub_nav.label")} items={items} />;
}
