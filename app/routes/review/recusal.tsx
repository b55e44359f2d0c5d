import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormOwner } from "~/access/form-owner";
import { asReviewer } from "~/access/sides.server";
import { recusalForm, recusalReasons } from "~/conflicts/recusal.forms";
import { recuse } from "~/conflicts/recuse.server";
import { fromForm } from "~/forms/from-form";
import { packetPage } from "~/reviews/packet-page.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = {
  title: ({ t }, data: { code: string }) => t("review.recusal.title", { code: data.code }),
};

export const loader = asReviewer(async ({ params, person, locale }) => {
  const { code, title } = await packetPage(person, params.code ?? "", locale);
  return { code, title };
});

export const action = asReviewer(async ({ params, request, actor, now }) => {
  const { reason } = fromForm(recusalForm, await request.formData());
  await recuse(actor, params.code ?? "", reason, now);
  return redirect(paths.review(), 303);
});

export default function Recusal() {
  const { code, title } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems, errorOf, typedOr } = useAnswer();
  return (
    <Page
      side="review"
      title={t("review.recusal.title", { code })}
      lead={t("review.recusal.lead")}
      above={title}
      crumbs={[
        { label: t("review.packet.back"), to: paths.review() },
        { label: code, to: paths.packet(code) },
        { label: t("review.recusal.act") },
      ]}
      notices={<ErrorSummary problems={problems} />}
    >
      <form method="post" noValidate>
        <FormOwner />
        <ChoiceField
          name="reason"
          label={t("review.recusal.reason")}
          error={errorOf("reason")}
          defaultValue={typedOr("reason")}
          required
          choices={recusalReasons.map((value) => ({ value, label: t(`review.recusal.reasons.${value}`) }))}
        />
        <Actions>
          <Button kind="danger">{t("review.recusal.act")}</Button>
          <LinkButton kind="quiet" to={paths.packet(code)}>
            {t("review.recusal.back")}
          </LinkButton>
        </Actions>
      </form>
    </Page>
  );
}
