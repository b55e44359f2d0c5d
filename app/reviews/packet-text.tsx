import { countryName, formatMoney } from "~/ui/formats";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { Prose } from "~/ui/prose";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { PacketPage } from "./packet-page";

type Answer = PacketPage["sections"][number]["answers"][number];

/** The blind packet as reading matter: the call's questions as headings, the answers as typed. */
export function PacketText({ packet }: { packet: PacketPage }) {
  const { t } = useText();
  return (
    <>
      {packet.sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          {section.answers.map((answer) => (
            <section key={answer.id} aria-labelledby={`question-${answer.id}`}>
              <h3 id={`question-${answer.id}`}>{answer.label}</h3>
              <AnswerText answer={answer} currency={packet.currency} />
            </section>
          ))}
        </Section>
      ))}
      {packet.documents.length > 0 ? (
        <Section title={t("review.packet.documents")}>
          <ul>
            {packet.documents.map((document) => (
              <li key={document.number}>
                <a href={paths.packetDocument(packet.code, document.question)}>
                  {t("review.packet.document", { number: document.number, pages: document.pages })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function AnswerText({ answer, currency }: { answer: Answer; currency: string }) {
  const { t, locale } = useText();
  const { kind, text } = answer;
  if (text.trim() === "") return <p>{t("review.packet.empty_answer")}</p>;
  if (kind === "money")
    return <p className="numbers">{formatMoney(locale, { minor: Number(text) * 100, currency })}</p>;
  if (kind === "country")
    return (
      <p>
        {text
          .split("\n")
          .map((code) => countryName(locale, code))
          .join(", ")}
      </p>
    );
  if (kind === "choices") {
    return (
      <ul>
        {text.split("\n").map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  }
  return (
    <Prose>
      <Paragraphs text={text} />
    </Prose>
  );
}
