import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, onCallsClock } from "../letter";
import { Fact, LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"reminder">;

const subject = (props: Props) => props.speak.t("reminder.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("reminder.action"), href: link(paths.review()) }}
    >
      <Paragraph speak={speak}>{speak.t("reminder.body", { call: callTitle(props), count: data.open })}</Paragraph>
      <Fact speak={speak} name={speak.t("reminder.due")}>
        {onCallsClock(props, data.dueAt)}
      </Fact>
      <Paragraph speak={speak}>{speak.t("reminder.help")}</Paragraph>
    </LetterFrame>
  );
}

/** To a reviewer whose reviews are still open. */
export const reminder: Letter<"reminder"> = { subject, Body };
