import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, onCallsClock, proposalTitle } from "../letter";
import { Fact, LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"submission_receipt">;

const subject = ({ speak, data }: Props) => speak.t("submission_receipt.subject", { reference: data.reference });

function Body(props: Props) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("submission_receipt.action"), href: link(paths.receipt(data.proposal)) }}
    >
      <Paragraph speak={speak}>
        {speak.t("submission_receipt.body", { title: proposalTitle(props), call: callTitle(props) })}
      </Paragraph>
      <Fact speak={speak} name={speak.t("submission_receipt.received")}>
        {onCallsClock(props, data.instant)}
      </Fact>
      <Fact speak={speak} name={speak.t("submission_receipt.reference")} code>
        {data.reference}
      </Fact>
      <Fact speak={speak} name={speak.t("submission_receipt.fingerprint")} code>
        {data.hash}
      </Fact>
    </LetterFrame>
  );
}

/** To an applicant: received, when, and the proof. */
export const submissionReceipt: Letter<"submission_receipt"> = { subject, Body };
