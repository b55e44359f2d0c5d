import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, onCallsClock } from "../letter";
import { Fact, LetterFrame, Paragraph } from "../letter-frame";

type Props = LetterProps<"assignment">;

const subject = (props: Props) => props.speak.t("assignment.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("assignment.action"), href: link(paths.review()) }}
    >
      <Paragraph speak={speak}>{speak.t("assignment.body", { call: callTitle(props) })}</Paragraph>
      <Fact speak={speak} name={speak.t("assignment.due")}>
        {onCallsClock(props, data.dueAt)}
      </Fact>
      <Paragraph speak={speak}>{speak.t("assignment.recuse")}</Paragraph>
    </LetterFrame>
  );
}

/** To a reviewer: a proposal waits. It says nothing about the proposal itself. */
export const assignment: Letter<"assignment"> = { subject, Body };
