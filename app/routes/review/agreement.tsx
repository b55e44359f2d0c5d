import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asReviewer } from "~/access/sides.server";
import { agree } from "~/assignments/agree.server";
import { reviewerQueue } from "~/assignments/queue.queries.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import { Refusal } from "~/values/refusal";

export const handle: PageHandle = { title: "review.agreement.title" };

export const loader = asReviewer(async ({ params, person }) => {
  const { seats } = await reviewerQueue(person);
  const seat = seats.find(({ call }) => call === params.call);
  if (!seat) throw new Refusal("not_found", "not_found");
  return { agreed: seat.agreed, title: seat.title };
});

export const action = asReviewer(async ({ params, actor, now }) => {
  await agree(actor, params.call ?? "", now);
  return redirect(paths.review(), 303);
});

const promises = ["confidential", "machines", "guessing", "care"] as const;

export default function Agreement() {
  const { agreed, title } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="review" title={t("review.agreement.title")} lead={t("review.agreement.lead")} call={title}>
      {promises.map((promise) => (
        <Section key={promise} title={t(`review.agreement.${promise}_title`)}>
          <p>{t(`review.agreement.${promise}`)}</p>
        </Section>
      ))}
      {agreed ? (
        <Notice kind="saved">{t("review.agreement.done")}</Notice>
      ) : (
        <form method="post">
          <Actions>
            <Button kind="main">{t("review.agreement.act")}</Button>
          </Actions>
        </form>
      )}
    </Page>
  );
}
