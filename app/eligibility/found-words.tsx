import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { FoundWord } from "./packet-page";

/**
 * Each word with the first places where it stands, and how many more there are. What is not said to name nobody is
 * blacked out; the form carries the words that were shown, so that nothing is frozen that nobody looked at.
 */
export function FoundWords({ words }: { words: FoundWord[] }) {
  const { t } = useText();
  const { typedAll } = useAnswer();
  const accepted = new Set((typedAll("accept") ?? "").split("\n"));
  return (
    <ul className="findings">
      {words.map(({ term, selfReference, count, places }, index) => (
        <li key={term} className="finding">
          <input type="hidden" name="redact" value={term} />
          <div>
            <h3 className="finding-term" id={`word-${index}`}>
              <bdi>{term}</bdi>
            </h3>
            {selfReference ? <p className="field-hint">{t("manage.packet.self_reference")}</p> : null}
            <div className="choice">
              <input
                type="checkbox"
                id={`accept-${index}`}
                name="accept"
                value={term}
                defaultChecked={accepted.has(term)}
                aria-describedby={`word-${index}`}
              />
              <label htmlFor={`accept-${index}`}>{t("manage.packet.accept")}</label>
            </div>
          </div>
          <ul className="excerpts">
            {places.map((place, number) => (
              <li key={number}>
                <span className="excerpt-source">{place.question}</span>
                <span dir="auto">
                  {place.before}
                  <mark>{place.found}</mark>
                  {place.after}
                </span>
              </li>
            ))}
            {count > places.length ? <li>{t("manage.packet.more_places", { count: count - places.length })}</li> : null}
          </ul>
        </li>
      ))}
    </ul>
  );
}
