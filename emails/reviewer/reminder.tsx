import { callTitle, type Letter, type LetterProps } from "../letter";
import { ReviewsWaiting } from "./reviews-waiting";

type Props = LetterProps<"reminder">;

const subject = (props: Props) => props.speak.t("reminder.subject", { call: callTitle(props) });

function Body(props: Props) {
  const { t } = props.speak;
  const words = {
    subject: subject(props),
    body: t("reminder.body", { call: callTitle(props), count: props.data.open }),
    due: t("reminder.due"),
    action: t("reminder.action"),
    last: t("reminder.help"),
  };
  return <ReviewsWaiting letter={props} words={words} />;
}

/** To a reviewer whose reviews are still open. */
export const reminder: Letter<"reminder"> = { subject, Body };
