import { AnswerText } from "~/forms/answer-text";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { PacketPage } from "./packet-page";

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
              <div className="answer">
                <AnswerText answer={answer} currency={packet.currency} />
              </div>
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
                  {t("review.packet.document", { number: document.number, count: document.pages })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
