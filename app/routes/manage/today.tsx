import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { textsFor } from "~/calls/call-texts";
import { datesAhead } from "~/calls/dates-ahead";
import { DatesAhead } from "~/calls/dates-table";
import { todayOf } from "~/calls/today.queries.server";
import { waitingIn } from "~/calls/waiting";
import { WaitingList } from "~/calls/waiting-list";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.today.title" };

export const loader = asManager(async ({ person, now, locale }) => {
  const { calls, stuckLetters } = await todayOf(person, now);
  const titled = calls.map(({ texts, facts, ...call }) => ({
    ...call,
    title: textsFor(texts, locale).texts.title,
    waiting: waitingIn(facts),
  }));
  return {
    stuckLetters,
    calls: titled
      .map(({ slug, title, waiting }) => ({ slug, title, waiting }))
      .sort((one, other) => Number(other.waiting.length > 0) - Number(one.waiting.length > 0)),
    dates: datesAhead(titled, now),
  };
});

export default function Today() {
  const { calls, dates, stuckLetters } = useLoaderData<typeof loader>();
  const { t } = useText();
  const stuck =
    stuckLetters > 0 ? (
      <Notice kind="deadline" title={t("manage.today.stuck", { count: stuckLetters })}>
        <p>
          {t("manage.today.stuck_about")} <a href={paths.letters()}>{t("manage.today.stuck_link")}</a>
        </p>
      </Notice>
    ) : null;
  return (
    <Page
      side="manage"
      title={t("manage.today.title")}
      lead={t("manage.today.lead")}
      notices={stuck}
      actions={
        <LinkButton kind="quiet" to={paths.letters()}>
          {t("manage.letters.title")}
        </LinkButton>
      }
    >
      {calls.length === 0 ? (
        <EmptyState title={t("manage.today.no_calls_title")}>{t("manage.today.no_calls")}</EmptyState>
      ) : null}
      {calls.map((call) => (
        <Section key={call.slug} title={<a href={paths.manageCall(call.slug)}>{call.title}</a>}>
          <WaitingList slug={call.slug} waiting={call.waiting} />
        </Section>
      ))}
      <DatesAhead dates={dates} />
    </Page>
  );
}
