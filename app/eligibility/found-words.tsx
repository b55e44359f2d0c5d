import { DataTable } from "~/ui/data-table";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { FoundWord } from "./packet-page";

/**
 * Each word with the places where it stands. What is not said to name nobody is blacked out; the form carries the words
 * that were shown, so that nothing is frozen that nobody looked at.
 */
export function FoundWords({ words }: { words: FoundWord[] }) {
  const { t } = useText();
  const { typedAll } = useAnswer();
  const accepted = new Set((typedAll("accept") ?? "").split("\n"));
  return (
    <DataTable
      caption={t("manage.packet.places")}
      captionUnseen
      rows={words}
      rowKey={({ term }) => term}
      columns={[
        {
          key: "word",
          label: t("manage.packet.term"),
          cell: ({ term, selfReference }) => (
            <>
              <input type="hidden" name="redact" value={term} />
              <bdi>{term}</bdi>
              {selfReference ? <p className="field-hint">{t("manage.packet.self_reference")}</p> : null}
            </>
          ),
        },
        {
          key: "places",
          label: t("manage.packet.places"),
          cell: ({ places }) => (
            <ul className="excerpts">
              {places.map((place, index) => (
                <li key={index}>
                  <span className="excerpt-source">{place.question}</span>
                  <span dir="auto">
                    {place.before}
                    <mark>{place.found}</mark>
                    {place.after}
                  </span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "choice",
          label: t("manage.packet.choice"),
          cell: ({ term }) => (
            <div className="choice">
              <input
                type="checkbox"
                id={`accept-${term}`}
                name="accept"
                value={term}
                defaultChecked={accepted.has(term)}
                aria-label={t("manage.packet.accept_word", { term })}
              />
              <label htmlFor={`accept-${term}`}>{t("manage.packet.accept")}</label>
            </div>
          ),
        },
      ]}
    />
  );
}
