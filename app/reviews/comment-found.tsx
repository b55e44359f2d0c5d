import { Badge } from "~/ui/badge";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { CommentOutcome } from "./comment.rules";

type Props = {
  page: {
    pseudonym: string;
    toApplicant: string;
    found: string[];
    zone: string;
    verdict: { outcome: CommentOutcome; because: string; by: string; at: Date } | null;
  };
};

/** A comment as its applicant would read it, what in it tells who reviews, and what was resolved about it. */
export function CommentFound({ page }: Props) {
  const { t } = useText();
  const { verdict } = page;
  return (
    <>
      {page.found.length > 0 ? (
        <Notice kind="deadline" title={t("manage.comment.found")}>
          <p>
            <bdi>{page.found.join(" · ")}</bdi>
          </p>
        </Notice>
      ) : null}
      <Section title={t("manage.reviews.by", { pseudonym: page.pseudonym })}>
        <CommentBadge verdict={verdict} />
        <Paragraphs text={page.toApplicant} />
        {verdict ? (
          <>
            <p className="field-hint">
              <Moment at={verdict.at} zone={page.zone} />
              {verdict.by ? (
                <>
                  {" · "}
                  <bdi>{verdict.by}</bdi>
                </>
              ) : null}
            </p>
            <Paragraphs text={verdict.because} />
          </>
        ) : null}
      </Section>
    </>
  );
}

/** Whether a comment is told; nothing is said of one that nobody asked about. */
export function CommentBadge({ verdict }: { verdict: { outcome: CommentOutcome } | null }) {
  const { t } = useText();
  if (!verdict) return null;
  return (
    <p>
      <Badge kind={verdict.outcome === "withheld" ? "bad" : "good"}>
        {t(`manage.comment.states.${verdict.outcome}`)}
      </Badge>
    </p>
  );
}
