import { callTitle, type Letter, type LetterProps } from "../letter";
import { ReviewsWaiting } from "./reviews-waiting";

type Props = LetterProps<"assignment">;

const subject = (props: Props) => props.speak.t("assignment.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { t } = props.speak;
  const words = {
    subject: subject(props),
    body: t("assignment.body", { call: callTitle(props) }),
    due: t("assignment.due"),
    action: t("assignment.action"),
    last: t("assignment.recuse"),
  };
  return <ReviewsWaiting letter={props} words={words} />;
}

/** To a reviewer: a proposal waits. */
export const assignment: Letter<"assignment"> = { subject, Body };
