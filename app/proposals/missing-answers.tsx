import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { Desk } from "./proposal-desk.server";

/** What still keeps a proposal from being handed in, each with the way to its place. */
export function MissingAnswers({ desk }: { desk: Pick<Desk, "id" | "language" | "missing"> }) {
  const { t, find } = useText();
  const words = (reason: string) => find(`errors.reasons.${reason}`) ?? t("errors.reasons.answer_is_missing");
  return (
    <ul className="places">
      {desk.missing.map((one) => (
        <li key={one.question}>
          <a href={`${paths.proposalSection(desk.id, one.section)}?check#${one.question}`}>
            <bdi lang={desk.language}>{one.label}</bdi>
          </a>{" "}
          <span className="field-hint">
            <bdi lang={desk.language}>{one.sectionTitle}</bdi> · {words(one.because)}
          </span>
        </li>
      ))}
    </ul>
  );
}
