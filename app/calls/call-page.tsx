import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { Deadline } from "~/ui/deadline";
import { DefinitionList } from "~/ui/definition-list";
import { Disclosure } from "~/ui/disclosure";
import { formatMoney, formatNumber, languageName } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { TimeLeft } from "~/ui/time-left";
import { Timeline } from "~/ui/timeline";
import { useText } from "~/ui/use-text";
import type { PublicCall } from "./public-calls.queries.server";

const badges = { open: "good", coming: "waiting", closed: "closed" } as const;
const words = { open: "public.calls.open", coming: "public.calls.upcoming", closed: "public.calls.closed" } as const;

/** Everything an applicant has to know before an account is needed. */
export function CallPage({ call, signedIn }: { call: PublicCall; signedIn: boolean }) {
  const { t, locale } = useText();
  const money = (minor: number) => formatMoney(locale, { minor, currency: call.currency });
  return (
    <Page
      side="public"
      title={<span lang={call.language}>{call.title}</span>}
      above={<Badge kind={badges[call.phase]}>{t(words[call.phase])}</Badge>}
      lead={<span lang={call.language}>{call.summary}</span>}
      crumbs={[{ label: t("public.calls.title"), to: paths.calls() }, { label: call.title }]}
      timeLeft={call.phase === "closed" ? undefined : <TimeLeft at={call.closesAt} zone={call.zone} />}
    >
      <Section title={t("public.call.deadline")}>
        <Deadline
          at={call.phase === "coming" ? call.opensAt : call.closesAt}
          zone={call.zone}
          kind={call.phase === "coming" ? "opens" : "closes"}
        />
        <StartHere call={call} signedIn={signedIn} />
      </Section>
      <Section title={t("public.call.amounts")}>
        <DefinitionList
          items={[
            {
              term: t("public.call.for_each"),
              value: t("public.call.from_to", { least: money(call.floorMinor), most: money(call.ceilingMinor) }),
            },
            { term: t("public.call.in_all"), value: money(call.budgetMinor) },
          ]}
        />
      </Section>
      <Section title={t("public.call.themes")}>
        <div lang={call.language}>
          <DefinitionList
            items={call.themes.map((theme) => ({ term: <strong>{theme.title}</strong>, value: theme.about }))}
          />
        </div>
      </Section>
      <Section title={t("public.call.eligibility")}>
        <ul lang={call.language}>
          {call.eligibility.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Criteria call={call} />
      <StepWords call={call} />
      <Section title={t("public.call.questions")} lead={t("public.call.questions_about")}>
        <p>
          {t("public.call.languages", {
            languages: call.languages.map((language) => languageName(locale, language)).join(" · "),
          })}
        </p>
        {call.sections.map((section) => (
          <Disclosure
            key={section.id}
            summary={
              <>
                <span lang={call.language}>{section.title}</span> · {t(`public.call.part_${section.part}`)}
              </>
            }
          >
            <ul lang={call.language}>
              {section.questions.map((question) => (
                <li key={question.id}>{question.label}</li>
              ))}
            </ul>
          </Disclosure>
        ))}
      </Section>
      <CallTimeline call={call} />
    </Page>
  );
}

function StartHere({ call, signedIn }: { call: PublicCall; signedIn: boolean }) {
  const { t } = useText();
  if (call.phase !== "open") return null;
  if (!signedIn) {
    return (
      <p>
        <LinkButton kind="main" to={paths.signIn(paths.call(call.slug))}>
          {t("public.call.sign_in_to_start")}
        </LinkButton>
      </p>
    );
  }
  return (
    <form method="post" action={paths.startProposal(call.slug)}>
      <Button kind="main">{t("public.call.start")}</Button>
    </form>
  );
}

function Criteria({ call }: { call: PublicCall }) {
  const { t } = useText();
  return (
    <Section
      title={t("public.call.criteria")}
      lead={t("public.call.scale", { least: call.scale.least, most: call.scale.most })}
    >
      <DataTable
        caption={t("public.call.criteria")}
        captionUnseen
        rows={call.criteria}
        rowKey={(criterion) => criterion.id}
        columns={[
          {
            key: "criterion",
            label: t("public.call.criterion"),
            cell: (criterion) => (
              <span lang={call.language}>
                {criterion.title}
                <br />
                <small>{criterion.about}</small>
              </span>
            ),
          },
          {
            key: "weight",
            label: t("public.call.weight"),
            numeric: true,
            cell: (criterion) => t("public.call.percent", { share: criterion.weight }),
          },
          {
            key: "threshold",
            label: t("public.call.threshold_column"),
            cell: (criterion) =>
              criterion.threshold === null ? "–" : t("public.call.threshold", { score: criterion.threshold }),
          },
        ]}
      />
    </Section>
  );
}

/** What each score means, in the words that reviewers read at their controls. */
function StepWords({ call }: { call: PublicCall }) {
  const { t, locale } = useText();
  const worded = call.criteria.filter(({ steps }) => steps.length > 0);
  if (worded.length === 0) return null;
  return (
    <Section title={t("public.call.steps")}>
      {worded.map((criterion) => (
        <Disclosure key={criterion.id} summary={<span lang={call.language}>{criterion.title}</span>}>
          <div lang={call.language}>
            <DefinitionList
              items={criterion.steps.map(({ step, words }) => ({ term: formatNumber(locale, step), value: words }))}
            />
          </div>
        </Disclosure>
      ))}
    </Section>
  );
}

function CallTimeline({ call }: { call: PublicCall }) {
  const { t, now } = useText();
  const steps = [
    { title: t("public.call.step_opens"), at: call.opensAt },
    { title: t("public.call.step_closes"), at: call.closesAt },
    { title: t("public.call.step_scored"), at: call.scoringClosesAt },
  ];
  const next = steps.findIndex(({ at }) => at > now);
  return (
    <Section title={t("public.call.timeline")}>
      <Timeline
        steps={steps.map(({ title, at }, index) => ({
          title,
          when: <Moment at={at} zone={call.zone} />,
          state: at <= now ? "past" : index === next ? "now" : "ahead",
        }))}
      />
    </Section>
  );
}
