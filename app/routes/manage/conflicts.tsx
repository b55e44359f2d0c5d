import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { declarationForm, settlementForm } from "~/conflicts/conflict.forms";
import { conflictsPage } from "~/conflicts/conflicts-page.server";
import { DeclarationForm } from "~/conflicts/declaration-form";
import { declareConflict } from "~/conflicts/declare-conflict.server";
import { settleConflict } from "~/conflicts/settle-conflict.server";
import { SettlementForm } from "~/conflicts/settlement-form";
import { TiesTable } from "~/conflicts/ties-table";
import { fromForm } from "~/forms/from-form";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.conflicts.title" };

export const loader = asManager(({ params, person, now, locale }) =>
  conflictsPage(person, params.proposal ?? "", now, locale),
);

export const action = asManager(async ({ params, request, actor, person, now, locale }) => {
  const form = await request.formData();
  const { id, slug } = await conflictsPage(person, params.proposal ?? "", now, locale);
  if (form.has("declared")) {
    await declareConflict(actor, id, fromForm(declarationForm, form).declared, now);
    return redirect(paths.manageProposals(slug), 303);
  }
  await settleConflict(actor, id, fromForm(settlementForm, form), now);
  return redirect(paths.conflicts(id), 303);
});

export default function Conflicts() {
  const { id, title, slug, callTitle, zone, ties } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems, refused } = useAnswer();
  return (
    <Page
      side="manage"
      title={t("manage.conflicts.title")}
      above={<bdi>{title}</bdi>}
      lead={t("manage.conflicts.lead")}
      call={callTitle}
      crumbs={[
        { label: t("manage.proposal.to_list"), to: paths.manageProposals(slug) },
        { label: title, to: paths.manageProposal(id) },
        { label: t("manage.conflicts.title") },
      ]}
      notices={
        refused && problems.length === 0 ? (
          <Notice kind="error" title={refused} />
        ) : (
          <ErrorSummary problems={problems} />
        )
      }
    >
      <TiesTable ties={ties} zone={zone} />
      <SettlementForm ties={ties} />
      <DeclarationForm />
    </Page>
  );
}
