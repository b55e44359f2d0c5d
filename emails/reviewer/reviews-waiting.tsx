import { paths } from "~/ui/paths";
import { type LetterProps, onCallsClock } from "../letter";
import { Fact, LetterFrame, Paragraph } from "../letter-frame";

type Props = {
  letter: LetterProps<"assignment"> | LetterProps<"reminder">;
  words: { subject: string; body: string; due: string; action: string; last: string };
};

/** To a reviewer about reviews that wait: what, until when, and where. It says nothing about the proposals. */
export function ReviewsWaiting({ letter, words }: Props) {
  const { speak, link, data } = letter;
  return (
    <LetterFrame speak={speak} subject={words.subject} action={{ words: words.action, href: link(paths.review()) }}>
      <Paragraph speak={speak}>{words.body}</Paragraph>
      <Fact speak={speak} name={words.due}>
        {onCallsClock(letter, data.dueAt)}
      </Fact>
      <Paragraph speak={speak}>{words.last}</Paragraph>
    </LetterFrame>
  );
}
