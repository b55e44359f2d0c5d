import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asReviewer } from "~/access/sides.server";
import { lockReview } from "~/reviews/lock-review.server";
import { lockPage } from "~/reviews/packet-page.server";
import { SheetSummary } from "~/reviews/sheet-summary";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = {
  title: ({ t }, data: { code: string }) => t("review.lock.title", { code: data.code }),
};

export const loader = asReviewer(({ params, person, locale }) => lockPage(person, params.code ?? "", locale));

export const action = asReviewer(async ({ params, actor, now }) => {
  await lockReview(actor, params.code ?? "", now);
  return redirect(paths.review(), 303);
});

export default function Lock() {
  const summary = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      side="review"
      title={t("review.lock.title", { code: summary.code })}
      lead={t("review.lock.lead")}
      crumbs={[
        { label: t("review.packet.back"), to: paths.review() },
        { label: summary.code, to: paths.packet(summary.code) },
        { label: t("review.packet.lock") },
      ]}
    >
      <SheetSummary summary={summary} />
    </Page>
  );
}
