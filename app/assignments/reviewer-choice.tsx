import { Badge } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { FieldError } from "~/ui/field-error";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export type CandidateRow = {
  ref: string;
  name: string;
  institution: string | null;
  agreedAt: Date | null;
  load: number;
  locked: number;
  asked: boolean;
  ties: { kind: string; state: string }[];
};

/** Kinds of conflict as words an officer would use. */
export function useKindWords() {
  const { find } = useText();
  return (kinds: readonly string[]) =>
    [...new Set(kinds)].map((kind) => find(`manage.assigning.kinds.${kind}`) ?? kind).join("; ");
}

/** The advisory group to choose from: loads, agreements, and why somebody cannot be asked. */
export function ReviewerChoice({ members }: { members: CandidateRow[] }) {
  const { t } = useText();
  const { errorOf, typedOr } = useAnswer();
  const kindWords = useKindWords();
  const chosen = typedOr("reviewer");
  const blocked = ({ ties }: CandidateRow) => ties.some(({ state }) => state === "confirmed");
  return (
    <fieldset className="field fieldset field-wide" id="reviewer" tabIndex={errorOf("reviewer") ? -1 : undefined}>
      <legend className="field-label">{t("manage.assigning.choose")}</legend>
      <FieldError id="reviewer" error={errorOf("reviewer")} />
      <DataTable
        caption={t("manage.assigning.choose_caption")}
        captionUnseen
        rows={members}
        rowKey={({ ref }) => ref}
        columns={[
          {
            key: "name",
            label: t("manage.assigning.reviewer"),
            cell: (member) =>
              member.asked || blocked(member) ? (
                <bdi className="choice-none">{member.name}</bdi>
              ) : (
                <div className="choice">
                  <input
                    type="radio"
                    id={`reviewer-${member.ref}`}
                    name="reviewer"
                    value={member.ref}
                    defaultChecked={chosen === member.ref}
                  />
                  <label htmlFor={`reviewer-${member.ref}`}>
                    <bdi>{member.name}</bdi>
                  </label>
                </div>
              ),
          },
          {
            key: "institution",
            label: t("manage.assigning.institution"),
            cell: ({ institution }) => <bdi>{institution ?? t("manage.proposals.none")}</bdi>,
          },
          { key: "load", label: t("manage.assigning.load"), numeric: true, cell: ({ load }) => load },
          {
            key: "agreement",
            label: t("manage.assigning.agreement"),
            cell: ({ agreedAt }) => (
              <Badge kind={agreedAt ? "good" : "waiting"}>
                {t(agreedAt ? "manage.assigning.agreed" : "manage.assigning.not_agreed")}
              </Badge>
            ),
          },
          {
            key: "ties",
            label: t("manage.assigning.ties"),
            cell: (member) => (
              <>
                {member.asked ? <Badge>{t("manage.assigning.already")}</Badge> : null}{" "}
                {blocked(member) ? <Badge kind="bad">{t("manage.assigning.blocked")}</Badge> : null}{" "}
                {kindWords(member.ties.filter(({ state }) => state !== "dismissed").map(({ kind }) => kind))}
              </>
            ),
          },
        ]}
      />
    </fieldset>
  );
}
