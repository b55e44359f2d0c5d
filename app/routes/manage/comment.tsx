import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormOwner } from "~/access/form-owner";
import { asManager } from "~/access/sides.server";
import { fromForm } from "~/forms/from-form";
import { commentVerdictForm } from "~/reviews/comment.forms";
import { CommentFound } from "~/reviews/comment-found";
import { commentPage } from "~/reviews/comment-page.server";
import { resolveComment } from "~/reviews/resolve-comment.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { LongTextField } from "~/ui/long-text-field";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.comment.title" };

export const loader = asManager(({ params, person, now, locale }) =>
  commentPage(person, params.assignment ?? "", now, locale),
);

export const action = asManager(async ({ params, request, actor, now }) => {
  const { assignment = "" } = params;
  await resolveComment(actor, assignment, fromForm(commentVerdictForm, await request.formData()), now);
  return redirect(paths.comment(assignment), 303);
});

export default function Comment() {
  const page = useLoaderData<typeof loader>();
  const { t, find } = useText();
  const { problems, refused, errorOf, typedOr } = useAnswer();
  return (
    <Page
      side="manage"
      title={t("manage.comment.title")}
      above={<bdi>{page.title}</bdi>}
      lead={t("manage.comment.lead")}
      call={page.callTitle}
      crumbs={[
        { label: t("manage.proposal.to_list"), to: paths.manageProposals(page.slug) },
        { label: page.title, to: paths.manageProposal(page.proposal) },
        { label: t("manage.comment.title") },
      ]}
      notices={
        refused && problems.length === 0 ? (
          <Notice kind="error" title={refused} />
        ) : (
          <ErrorSummary problems={problems} />
        )
      }
    >
      <CommentFound page={page} />
      {page.stands ? (
        <p>{find(`errors.reasons.${page.stands}`) ?? page.stands}</p>
      ) : (
        <form method="post" noValidate>
          <FormOwner />
          <ChoiceField
            name="outcome"
            label={t("manage.comment.outcome")}
            required
            error={errorOf("outcome")}
            defaultValue={typedOr("outcome", page.verdict?.outcome)}
            choices={(["withheld", "told"] as const).map((value) => ({
              value,
              label: t(`manage.comment.outcomes.${value}`),
            }))}
          />
          <LongTextField
            name="because"
            label={t("manage.comment.because")}
            hint={t("manage.comment.because_hint")}
            required
            rows={3}
            error={errorOf("because")}
            defaultValue={typedOr("because", page.verdict?.because)}
          />
          <Actions>
            <Button kind="main">{t("manage.comment.resolve")}</Button>
          </Actions>
        </form>
      )}
    </Page>
  );
}
