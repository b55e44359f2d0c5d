import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, onCallsClock, proposalTitle } from "../letter";
import { Fact, LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"withdrawal_confirmed">;

const subject = ({ speak }: Props) => speak.t("withdrawal_confirmed.subject");

function Body(props: Props) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("withdrawal_confirmed.action"), href: link(paths.proposal(data.proposal)) }}
      note={speak.t("withdrawal_confirmed.note")}
    >
      <Paragraph speak={speak}>
        {speak.t("withdrawal_confirmed.body", { title: proposalTitle(props), call: callTitle(props) })}
      </Paragraph>
      <Fact speak={speak} name={speak.t("withdrawal_confirmed.withdrawn")}>
        {onCallsClock(props, data.instant)}
      </Fact>
    </LetterFrame>
  );
}

/** To an applicant who withdrew. */
export const withdrawalConfirmed: Letter<"withdrawal_confirmed"> = { subject, Body };
