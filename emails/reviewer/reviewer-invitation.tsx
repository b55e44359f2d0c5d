import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, linkWithToken } from "../letter";
import { LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"invitation_reviewer">;

const subject = (props: Props) => props.speak.t("invitation_reviewer.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { speak, link, data } = props;
  const known = !("token" in data);
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{
        words: speak.t(known ? "invitation_reviewer.known_action" : "invitation_reviewer.action"),
        href: known ? link(paths.signIn(data.to)) : linkWithToken(link, paths.resetPassword(), data.to),
      }}
      note={speak.t(known ? "invitation_reviewer.known_note" : "invitation_reviewer.note")}
    >
      <Paragraph speak={speak}>{speak.t("invitation_reviewer.body", { call: callTitle(props) })}</Paragraph>
      <Paragraph speak={speak}>
        {speak.t(known ? "invitation_reviewer.known_agree" : "invitation_reviewer.agree")}
      </Paragraph>
    </LetterFrame>
  );
}

/** To an expert: will you join the advisory group of a call? */
export const reviewerInvitation: Letter<"invitation_reviewer"> = { subject, Body };
