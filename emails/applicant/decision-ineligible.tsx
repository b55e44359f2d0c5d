import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, linesOf, proposalTitle } from "../letter";
import { LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"decision_ineligible">;

/** The subject of every decision: a subject line is read over shoulders. */
const subject = (props: Props) => props.speak.t("decision.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { speak, link, data, facts } = props;
  const written = linesOf(facts.words);
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("decision.action"), href: link(paths.decisionLetter(data.proposal)) }}
      note={speak.t("decision.ineligible_mistake")}
    >
      <Paragraph speak={speak}>{speak.t("decision.ineligible", { title: proposalTitle(props) })}</Paragraph>
      <Paragraph speak={speak}>
        {speak.t(written.length > 0 ? "decision.ineligible_words" : "decision.ineligible_general")}
      </Paragraph>
      {written.map((line, index) => (
        <Paragraph key={index} speak={speak}>
          <bdi>{line}</bdi>
        </Paragraph>
      ))}
    </LetterFrame>
  );
}

/** To an applicant whose proposal was not eligible, with what the fund wrote for her, never with its own notes. */
export const decisionIneligible: Letter<"decision_ineligible"> = { subject, Body };
