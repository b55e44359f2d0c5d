import { outcomes } from "~/meetings/outcome";
import { DataTable } from "~/ui/data-table";
import { useText } from "~/ui/use-text";
import type { LettersToLeave } from "./letters-to-leave.queries.server";

const kinds = [...outcomes, "ineligible"] as const;

/** How many letters of each kind a release sends, before anybody presses the button. */
export function LettersThatLeave({ letters }: { letters: LettersToLeave }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t("manage.release.letters")}
      rows={kinds.map((kind) => ({ kind, count: letters[kind] }))}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: "kind",
          label: t("manage.letters.template"),
          cell: ({ kind }) => (
            <>
              {t(`manage.outcomes.${kind}`)}
              {kind === "ineligible" && letters.withoutWords > 0 ? (
                <p className="field-hint">{t("manage.release.without_words", { count: letters.withoutWords })}</p>
              ) : null}
            </>
          ),
        },
        { key: "count", label: t("manage.release.how_many"), numeric: true, cell: ({ count }) => count },
      ]}
    />
  );
}
