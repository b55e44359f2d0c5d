import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps } from "../letter";
import { LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"reviewing_ended">;

const subject = (props: Props) => props.speak.t("reviewing_ended.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("reviewing_ended.action"), href: link(paths.review()) }}
    >
      <Paragraph speak={speak}>{speak.t("reviewing_ended.body", { call: callTitle(props) })}</Paragraph>
      <Paragraph speak={speak}>{speak.t("reviewing_ended.open", { count: data.open })}</Paragraph>
      <Paragraph speak={speak}>{speak.t("reviewing_ended.thanks")}</Paragraph>
    </LetterFrame>
  );
}

/** To a reviewer whose reviews were still open when the call was decided: they are no longer asked of her. */
export const reviewingEnded: Letter<"reviewing_ended"> = { subject, Body };
