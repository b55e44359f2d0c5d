import { paths } from "~/ui/paths";
import { type Letter, type LetterProps, linkWithToken } from "../letter";
import { LetterFrame, Paragraph } from "../letter-frame";

const subject = ({ speak }: LetterProps<"verify_address">) => speak.t("verify_address.subject");

function Body(props: LetterProps<"verify_address">) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("verify_address.action"), href: linkWithToken(link, paths.verify(), data.to) }}
      note={speak.t("verify_address.note")}
    >
      <Paragraph speak={speak}>{speak.t("verify_address.body")}</Paragraph>
    </LetterFrame>
  );
}

/** To a new account: is this address yours? */
export const verifyAddress: Letter<"verify_address"> = { subject, Body };
