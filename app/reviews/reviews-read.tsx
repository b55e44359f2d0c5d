import { DataTable } from "~/ui/data-table";
import { formatFixed } from "~/ui/formats";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import { CommentBadge } from "./comment-found";
import type { ReviewRead } from "./reviews-of-proposal.server";

type Props = {
  reviews: ReviewRead[];
  /** Reviews that are not locked. */
  open: number;
  criteria: { id: string; title: string; weight: number }[];
};

/** What reviewers wrote: scores side by side, then the words of each, before anybody resolves or tells anything. */
export function ReviewsRead({ reviews, open, criteria }: Props) {
  const { t, locale } = useText();
  const none = t("manage.ranking.none");
  const score = ({ scores }: ReviewRead, criterion: string) => {
    const given = scores[criterion];
    return given?.value ?? (given?.unableBecause ? t("manage.reviews.unable") : none);
  };
  const meanOf = ({ mean }: ReviewRead) => (mean === null ? none : formatFixed(locale, mean, 2));
  const rows = [
    ...criteria.map(({ id, title, weight }) => ({
      key: id,
      title: `${title} (${weight} %)`,
      of: (review: ReviewRead) => score(review, id),
    })),
    { key: "mean", title: t("manage.reviews.mean"), of: meanOf },
  ];
  return (
    <Section title={t("manage.reviews.title")} lead={open > 0 ? t("manage.reviews.open", { count: open }) : undefined}>
      {reviews.length === 0 ? (
        <p>{t("manage.reviews.none")}</p>
      ) : (
        <>
          <DataTable
            caption={t("manage.reviews.scores")}
            captionUnseen
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "criterion", label: t("manage.reviews.criterion"), cell: ({ title }) => title },
              ...reviews.map((review) => ({
                key: review.pseudonym,
                label: t("manage.reviews.by", { pseudonym: review.pseudonym }),
                numeric: true,
                cell: ({ of }: (typeof rows)[number]) => of(review),
              })),
            ]}
          />
          {reviews.map((review) => (
            <WordsOf key={review.pseudonym} review={review} criteria={criteria} />
          ))}
        </>
      )}
    </Section>
  );
}

function WordsOf({ review, criteria }: { review: ReviewRead; criteria: Props["criteria"] }) {
  const { t } = useText();
  const unable = criteria.flatMap(({ id, title }) => {
    const because = review.scores[id]?.unableBecause;
    return because ? [{ id, title, because }] : [];
  });
  return (
    <section>
      <h3>{t("manage.reviews.by", { pseudonym: review.pseudonym })}</h3>
      {unable.length > 0 ? (
        <ul>
          {unable.map(({ id, title, because }) => (
            <li key={id}>
              {title}: <bdi>{because}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <h4>{t("manage.reviews.to_advisory_group")}</h4>
      <Words text={review.toAdvisoryGroup} />
      <h4>{t("manage.reviews.to_applicant")}</h4>
      <CommentBadge verdict={review.verdict} />
      <Words text={review.toApplicant} />
      {review.toApplicant.trim() === "" ? null : (
        <p>
          <a href={paths.comment(review.assignment)}>{t("manage.comment.link")}</a>
        </p>
      )}
    </section>
  );
}

function Words({ text }: { text: string }) {
  const { t } = useText();
  return text.trim() === "" ? <p>{t("common.answers.none")}</p> : <Paragraphs text={text} />;
}
