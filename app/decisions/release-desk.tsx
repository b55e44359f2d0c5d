import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { DataTable } from "~/ui/data-table";
import { formatMoney } from "~/ui/formats";
import { KeyFigures } from "~/ui/key-figures";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import { endsReviewsField } from "./decision.forms";
import { releasable } from "./decision.rules";
import { LettersThatLeave } from "./letters-to-leave";
import type { LettersToLeave } from "./letters-to-leave.queries.server";

export type ReleaseDeskFacts = {
  slug: string;
  currency: string;
  budgetMinor: number;
  decided: number;
  undecided: number;
  awards: number;
  awardedMinor: number;
  /** Proposals handed in that nobody has checked or cleared for review. */
  waiting: number;
  /** Proposals that were found not eligible. */
  ineligible: number;
  /** Reviews that are not locked: told of, for they may be cut off, and no hindrance. */
  openReviews: number;
  /** Reviewers who stepped aside since the release was prepared. */
  steppedAside: number;
  /** Comments that would tell an applicant who reviews. */
  naming: { assignment: string; title: string; pseudonym: string; found: string[] }[];
  letters: LettersToLeave;
  preparedAt: Date | null;
  releasedAt: Date | null;
  announcedAt: Date | null;
  prepared: "no" | "by_you" | "by_another";
};

/** What will be told, whether it is in order, and the one button that is this officer's now. */
export function ReleaseDesk({ desk }: { desk: ReleaseDeskFacts }) {
  const { t, locale } = useText();
  const money = (minor: number) => formatMoney(locale, { minor, currency: desk.currency });
  const checks = [
    { key: "check_undecided" as const, fine: desk.undecided === 0 },
    { key: "check_budget" as const, fine: desk.awardedMinor <= desk.budgetMinor },
    { key: "check_waiting" as const, fine: desk.waiting === 0 },
    { key: "check_reviews" as const, fine: desk.openReviews === 0 },
    { key: "check_names" as const, fine: desk.naming.length === 0 },
  ];
  return (
    <>
      <KeyFigures
        figures={[
          ...(desk.releasedAt
            ? []
            : [
                {
                  label: t("manage.release.decided"),
                  value: t("common.progress.of", { done: desk.decided, total: desk.decided + desk.undecided }),
                },
                { label: t("manage.release.letters"), value: desk.decided + desk.ineligible },
              ]),
          { label: t("manage.release.awards"), value: desk.awards },
          { label: t("manage.release.amount"), value: money(desk.awardedMinor) },
          { label: t("manage.release.budget"), value: money(desk.budgetMinor) },
        ]}
      />
      {desk.releasedAt ? null : <LettersThatLeave letters={desk.letters} />}
      {desk.releasedAt ? null : (
        <DataTable
          caption={t("manage.release.checks")}
          rows={checks}
          rowKey={(check) => check.key}
          columns={[
            { key: "check", label: t("manage.release.check"), cell: (check) => t(`manage.release.${check.key}`) },
            {
              key: "state",
              label: t("manage.letters.state"),
              cell: (check) => (
                <Badge kind={check.fine ? "good" : "waiting"}>
                  {t(check.fine ? "manage.release.fine" : "manage.release.not_fine")}
                </Badge>
              ),
            },
          ]}
        />
      )}
      {desk.naming.length > 0 ? <CommentsThatName naming={desk.naming} /> : null}
      <NextAct desk={desk} />
    </>
  );
}

/** The way to each comment that an officer has to say a word about. */
function CommentsThatName({ naming }: Pick<ReleaseDeskFacts, "naming">) {
  const { t } = useText();
  return (
    <Section title={t("manage.release.naming")} lead={t("manage.release.naming_about")}>
      <ul>
        {naming.map(({ assignment, title, pseudonym, found }) => (
          <li key={assignment}>
            <a href={paths.comment(assignment)}>
              <bdi>{title}</bdi>, {t("manage.reviews.by", { pseudonym })}
            </a>
            : <bdi>{found.join(" · ")}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NextAct({ desk }: { desk: ReleaseDeskFacts }) {
  const { t, find } = useText();
  if (desk.releasedAt) {
    return (
      <Notice kind="info" title={t("manage.release.released")}>
        <p>
          <Moment at={desk.releasedAt} />. {t("manage.release.released_about")}
        </p>
        <LinkButton to={paths.announcement(desk.slug)}>{t("manage.release.to_announcement")}</LinkButton>
      </Notice>
    );
  }
  const verdict = releasable(desk);
  if (!desk.preparedAt && !verdict.allowed) {
    return (
      <Notice title={find(`errors.reasons.${verdict.because}`) ?? verdict.because}>
        <p>{t("manage.release.not_yet")}</p>
        {desk.waiting > 0 ? (
          <LinkButton to={paths.manageProposals(desk.slug)}>{t("manage.release.to_proposals")}</LinkButton>
        ) : (
          <LinkButton to={paths.ranking(desk.slug)}>{t("manage.release.to_ranking")}</LinkButton>
        )}
      </Notice>
    );
  }
  if (!desk.preparedAt) {
    return (
      <form method="post" action={paths.preparation(desk.slug)}>
        <p className="field-hint">{t("manage.release.prepare_hint")}</p>
        {desk.openReviews > 0 ? (
          <CheckboxField
            name={endsReviewsField}
            required
            label={t("manage.release.ends_reviews", { count: desk.openReviews })}
          />
        ) : null}
        <Button kind="main">{t("manage.release.prepare")}</Button>
      </form>
    );
  }
  return (
    <>
      {desk.naming.length > 0 ? (
        <Notice kind="error" title={t("errors.reasons.comments_name_reviewers")} />
      ) : desk.steppedAside > 0 ? (
        <Notice kind="error" title={t("errors.reasons.reviewer_stepped_aside_since")}>
          <LinkButton to={paths.ranking(desk.slug)}>{t("manage.release.to_ranking")}</LinkButton>
        </Notice>
      ) : desk.prepared === "by_you" ? (
        <Notice>{t("manage.release.prepared_by_you")}</Notice>
      ) : (
        <form method="post">
          <Notice>{t("manage.release.prepared")}</Notice>
          <p className="field-hint">{t("manage.release.release_hint")}</p>
          <input type="hidden" name="preparedAt" value={desk.preparedAt.toISOString()} />
          <Button kind="danger">{t("manage.release.release")}</Button>
        </form>
      )}
      <form method="post" action={paths.preparationEnd(desk.slug)}>
        <p className="field-hint">{t("manage.release.take_back_hint")}</p>
        <Button kind="quiet">{t("manage.release.take_back")}</Button>
      </form>
    </>
  );
}
