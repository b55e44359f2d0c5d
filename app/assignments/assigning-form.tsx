import { FormOwner } from "~/access/form-owner";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { formatMoment, zoneName } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import { type CandidateRow, ReviewerChoice, useKindWords } from "./reviewer-choice";

type AssigningPage = {
  id: string;
  slug: string;
  code: string | null;
  state: string;
  zone: string;
  scoringClosesAt: Date;
  due: string;
  members: CandidateRow[];
};

/** Whom to ask and until when; where nobody can be asked it says why, and what comes first. */
export function AssigningForm({ page }: { page: AssigningPage }) {
  const { t, find, locale } = useText();
  const { problems, errorOf, typedOr, details } = useAnswer();
  const kindWords = useKindWords();
  if (!page.code) {
    return (
      <Notice>
        <p>{t("manage.assigning.no_packet")}</p>
        <LinkButton to={paths.blindPacket(page.id)}>{t("manage.assigning.to_packet")}</LinkButton>
      </Notice>
    );
  }
  if (page.state !== "in_review") {
    const state = find(`manage.proposals.states.${page.state}`) ?? page.state;
    return <Notice>{t("manage.assigning.not_in_review", { state })}</Notice>;
  }
  if (page.members.length === 0) {
    return (
      <Notice>
        <p>{t("manage.assigning.nobody")}</p>
        <LinkButton to={paths.advisoryGroup(page.slug)}>{t("manage.assigning.to_group")}</LinkButton>
      </Notice>
    );
  }
  const kinds = Array.isArray(details.kinds) ? details.kinds.map(String) : [];
  const name = page.members.find(({ ref }) => ref === typedOr("reviewer"))?.name ?? "";
  const closes = `${formatMoment(locale, page.scoringClosesAt, page.zone)}`;
  return (
    <form method="post" noValidate>
      <FormOwner />
      {kinds.length > 0 ? (
        <Notice kind="error" title={t("manage.assigning.conflict_title", { name })}>
          {t("manage.assigning.conflict", { kinds: kindWords(kinds) })}{" "}
          <a href={paths.conflicts(page.id)}>{t("manage.conflicts.title")}</a>
        </Notice>
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <ReviewerChoice members={page.members} />
      <DateField
        name="due"
        label={t("manage.assigning.due")}
        hint={t("manage.assigning.due_hint", { zone: zoneName(locale, page.scoringClosesAt, page.zone), closes })}
        required
        error={errorOf("due")}
        defaultValue={typedOr("due", page.due)}
      />
      <Actions>
        <Button kind="main">{t("manage.assigning.act")}</Button>
      </Actions>
    </form>
  );
}
