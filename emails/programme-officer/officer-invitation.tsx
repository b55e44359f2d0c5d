import { paths } from "~/ui/paths";
import { type Letter, type LetterProps, linkWithToken } from "../letter";
import { LetterFrame, Paragraph } from "../letter-frame";

const subject = ({ speak }: LetterProps<"officer_invitation">) => speak.t("officer_invitation.subject");

function Body(props: LetterProps<"officer_invitation">) {
  const { speak, link } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{
        words: speak.t("officer_invitation.action"),
        href: linkWithToken(link, paths.resetPassword()),
      }}
      note={speak.t("officer_invitation.note")}
    >
      <Paragraph speak={speak}>{speak.t("officer_invitation.body")}</Paragraph>
    </LetterFrame>
  );
}

/** To a new programme officer: begin here. */
export const officerInvitation: Letter<"officer_invitation"> = { subject, Body };
