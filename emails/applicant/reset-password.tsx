import { paths } from "~/ui/paths";
import { type Letter, type LetterProps, linkWithToken } from "../letter";
import { LetterFrame, Paragraph } from "../letter-frame";

const subject = ({ speak }: LetterProps<"reset_password">) => speak.t("reset_password.subject");

function Body(props: LetterProps<"reset_password">) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("reset_password.action"), href: linkWithToken(link, paths.resetPassword(), data.to) }}
      note={speak.t("reset_password.note")}
    >
      <Paragraph speak={speak}>{speak.t("reset_password.body")}</Paragraph>
    </LetterFrame>
  );
}

/** To whoever lost a password, or signed up a second time. */
export const resetPassword: Letter<"reset_password"> = { subject, Body };
