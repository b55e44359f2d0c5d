import { Listing } from "~/ui/listing";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { Desk } from "./proposal-desk.server";

/** What still keeps a proposal from being handed in, each with the way to its place. */
export function MissingAnswers({ desk, level }: { desk: Pick<Desk, "id" | "language" | "missing">; level?: 2 | 3 }) {
  const { t, find } = useText();
  const words = (reason: string) => find(`errors.reasons.${reason}`) ?? t("errors.reasons.answer_is_missing");
  return (
    <Listing
      level={level}
      items={desk.missing.map((one) => ({
        key: one.question,
        title: <span lang={desk.language}>{one.label}</span>,
        to: `${paths.proposalSection(desk.id, one.section)}?check#${one.question}`,
        facts: [one.sectionTitle, words(one.because)],
      }))}
    />
  );
}
