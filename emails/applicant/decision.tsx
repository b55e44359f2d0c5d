import { Fragment, type ReactNode } from "react";
import { paths } from "~/ui/paths";
import { callTitle, type Letter, type LetterProps, linesOf, proposalTitle } from "../letter";
import { Fact, LetterFrame, Paragraph } from "../letter-frame";

type Decision = "decision_award" | "decision_reserve" | "decision_decline";

/** The same subject whatever was decided: a subject line is read over shoulders. */
const subject = (props: LetterProps<Decision>) => props.speak.t("decision.subject", { call: callTitle(props) });

function Granted(props: LetterProps<"decision_award">) {
  const { speak, data, facts } = props;
  const months = facts.proposal?.months;
  return (
    <>
      <Fact speak={speak} name={speak.t("decision.amount")}>
        {speak.money(data.amount)}
      </Fact>
      {months && (
        <Fact speak={speak} name={speak.t("decision.months")}>
          {speak.t("decision.months_value", { count: months })}
        </Fact>
      )}
      <Paragraph speak={speak}>{speak.t("decision.confidential")}</Paragraph>
    </>
  );
}

function Comments({ speak, facts }: LetterProps<Decision>) {
  if (facts.comments.length === 0) return null;
  return (
    <>
      <Paragraph speak={speak}>{speak.t("decision.comments")}</Paragraph>
      {facts.comments.map(({ reviewer, comment }) => {
        const [first, ...others] = linesOf(comment);
        return (
          <Fragment key={reviewer}>
            <Fact speak={speak} name={reviewer}>
              {first}
            </Fact>
            {others.map((line, index) => (
              <Paragraph key={index} speak={speak}>
                <bdi>{line}</bdi>
              </Paragraph>
            ))}
          </Fragment>
        );
      })}
    </>
  );
}

type BodyProps = { props: LetterProps<Decision>; outcome: "award" | "reserve" | "decline"; children?: ReactNode };

function DecisionBody({ props, outcome, children }: BodyProps) {
  const { speak, link, data } = props;
  return (
    <LetterFrame
      speak={speak}
      subject={subject(props)}
      action={{ words: speak.t("decision.action"), href: link(paths.decisionLetter(data.proposal)) }}
    >
      <Paragraph speak={speak}>{speak.t(`decision.${outcome}`, { title: proposalTitle(props) })}</Paragraph>
      {children}
      {data.quartile && <Paragraph speak={speak}>{speak.t(`decision.quartile_${data.quartile}`)}</Paragraph>}
      <Comments {...props} />
    </LetterFrame>
  );
}

/** To an applicant: an award, and how much. */
export const decisionAward: Letter<"decision_award"> = {
  subject,
  Body: (props) => (
    <DecisionBody props={props} outcome="award">
      <Granted {...props} />
    </DecisionBody>
  ),
};

/** To an applicant on the reserve list. */
export const decisionReserve: Letter<"decision_reserve"> = {
  subject,
  Body: (props) => <DecisionBody props={props} outcome="reserve" />,
};

/** To an applicant whose proposal was not chosen. */
export const decisionDecline: Letter<"decision_decline"> = {
  subject,
  Body: (props) => <DecisionBody props={props} outcome="decline" />,
};
