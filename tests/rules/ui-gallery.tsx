import { Actions } from "~/ui/actions";
import { Badge } from "~/ui/badge";
import { BarRows } from "~/ui/bar-rows";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { ChoiceField } from "~/ui/choice-field";
import { ChoicesField } from "~/ui/choices-field";
import { DataTable } from "~/ui/data-table";
import { DateField } from "~/ui/date-field";
import { Deadline } from "~/ui/deadline";
import { DefinitionList } from "~/ui/definition-list";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import { FilterBar } from "~/ui/filter-bar";
import { countryName, formatFixed, formatMoney } from "~/ui/formats";
import { KeyFigures } from "~/ui/key-figures";
import { LinkButton } from "~/ui/link-button";
import { Listing } from "~/ui/listing";
import { LongTextField } from "~/ui/long-text-field";
import { Moment } from "~/ui/moment";
import { MoneyField } from "~/ui/money-field";
import { Notice } from "~/ui/notice";
import { NumberField } from "~/ui/number-field";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { Prose } from "~/ui/prose";
import { Section } from "~/ui/section";
import { SelectField } from "~/ui/select-field";
import { StepsField } from "~/ui/steps-field";
import { SubNav } from "~/ui/sub-nav";
import { TaskList } from "~/ui/task-list";
import { TextField } from "~/ui/text-field";
import { TimeLeft } from "~/ui/time-left";
import { Timeline } from "~/ui/timeline";
import { useText } from "~/ui/use-text";

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const soon = "2027-05-11T20:59:00Z";
const later = "2027-06-18T20:59:00Z";
const zone = "Africa/Nairobi";

function PublicGallery() {
  const { t, locale } = useText();
  return (
    <Page
      side="public"
      title={t("public.home.title")}
      lead={t("public.home.lead")}
      actions={<LinkButton to={paths.calls()}>{t("public.home.see_calls")}</LinkButton>}
    >
      <KeyFigures
        figures={[
          { value: "128", label: "proposals in 2021" },
          { value: "55", label: "countries" },
          { value: formatMoney(locale, { minor: 80_000_000, currency: "USD" }), label: "awarded" },
        ]}
      />
      <Section title={t("public.home.open_calls")}>
        <Listing
          items={[
            {
              key: "open",
              title: "Open call 2027",
              to: paths.call("open-call-2027"),
              badge: <Badge kind="started">{t("public.calls.open")}</Badge>,
              about: <p>Independent research into deterrence, evolving technology, well-being and policy.</p>,
              facts: [
                t("public.calls.ceiling", { amount: formatMoney(locale, { minor: 25_000_000, currency: "USD" }) }),
                <Moment key="when" at={later} zone={zone} />,
              ],
            },
            {
              key: "past",
              title: "Open call 2021",
              to: paths.call("open-call-2021"),
              badge: <Badge kind="closed">{t("public.calls.closed")}</Badge>,
              about: <p>128 proposals from 55 countries, 5 grantees.</p>,
            },
          ]}
        />
      </Section>
      <Section title={t("public.call.deadline")}>
        <Deadline at={later} zone={zone} />
        <Deadline at={soon} zone={zone} />
        <Timeline
          steps={[
            { title: "Call opens", when: <Moment at="2027-04-01T08:00:00Z" style="date" />, state: "past" },
            { title: "Proposals are written", when: "Until 18 June", state: "now" },
            { title: "Reviewers score", when: "July", state: "ahead" },
            { title: "Decisions are released", when: "September", state: "ahead" },
          ]}
        />
      </Section>
      <Section title={t("public.call.criteria")} lead={t("public.call.scale", { least: 1, most: 6 })}>
        <BarRows
          finding="Insight that can be used counts most"
          labels={{ row: t("public.call.criterion"), value: t("public.call.weight") }}
          bars={[
            { label: "Actionable insight and use in practice", value: 30, words: "30%" },
            { label: "Research quality", value: 25, words: "25%" },
            { label: "Ethics and safeguarding", value: 20, words: "20%" },
            { label: "Feasibility and value for money", value: 15, words: "15%" },
            { label: "Inclusion and transfer", value: 10, words: "10%" },
          ]}
        />
        <Disclosure summary="What a 4 means" open>
          <p>Good: sound, with weaknesses the team can mend.</p>
        </Disclosure>
      </Section>
      <EmptyState
        title={t("public.home.no_open_calls")}
        action={
          <LinkButton kind="quiet" to={paths.grantees()}>
            {t("public.home.see_grantees")}
          </LinkButton>
        }
      >
        <p>{t("public.home.no_open_calls_about")}</p>
      </EmptyState>
    </Page>
  );
}

function ApplyGallery() {
  const { t } = useText();
  const aside = (
    <TaskList
      title={t("apply.tasks.title")}
      tasks={[
        { to: "/a", label: "Summary and themes", state: { kind: "good", word: t("apply.tasks.complete") } },
        {
          to: "/b",
          label: "Research questions and methods",
          hint: t("apply.tasks.missing", { count: 3 }),
          state: { kind: "started", word: t("apply.tasks.in_progress") },
          current: true,
        },
        { to: "/c", label: "Budget", state: { kind: "plain", word: t("apply.tasks.not_started") } },
      ]}
    />
  );
  return (
    <Page
      side="apply"
      title="Research questions and methods"
      above="Section 2 of 6"
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: "A quiet study", to: paths.proposal("1") },
      ]}
      call="Open call 2027"
      timeLeft={<TimeLeft at={soon} zone={zone} />}
      notices={
        <ErrorSummary
          problems={[
            { field: "questions", message: "Say what you want to find out" },
            { field: "amount", message: "Enter a number, in digits" },
          ]}
        />
      }
      aside={aside}
      asideLabel={t("apply.tasks.title")}
    >
      <form method="post" noValidate>
        <Notice kind="saved" title={t("apply.saving.saved")} />
        <Notice kind="info">
          <p>Reviewers read this part. Leave out names of people and institutions.</p>
        </Notice>
        <Notice kind="deadline" title="Less than two days left" />
        <TextField name="title" label="Title" hint="At most 20 words" defaultValue="A quiet study" />
        <LongTextField
          name="questions"
          label="What do you want to find out?"
          hint="Two or three questions."
          error="Say what you want to find out"
          limit={{ unit: "words", most: 300, least: 50, measure: words }}
        />
        <LongTextField
          name="methods"
          label="How?"
          optional
          defaultValue="We shall listen first."
          limit={{ unit: "words", most: 3, measure: words }}
        />
        <ChoiceField
          name="children"
          label="Are children involved?"
          choices={[
            { value: "yes", label: "Yes", hint: "An ethics review is needed before the start." },
            { value: "secondary", label: "Only through secondary data" },
            { value: "no", label: "No" },
          ]}
          defaultValue="secondary"
        />
        <ChoicesField
          name="themes"
          label="Themes"
          choices={[
            { value: "one", label: "Deterrence and prevention" },
            { value: "two", label: "Evolving technology" },
          ]}
          defaultValues={["two"]}
        />
        <SelectField name="country" label="Country" options={[{ value: "KE", label: countryName("en", "KE") }]} />
        <MoneyField
          name="amount"
          label="Amount requested"
          currency="USD"
          error="Enter a number, in digits"
          defaultValue="lots"
        />
        <NumberField name="months" label="Duration" unit="months" defaultValue={18} />
        <DateField name="start" label="Start" />
        <FileField
          name="plan"
          label="Work plan"
          accept=".pdf"
          current={{ name: "work-plan.pdf", to: "/documents/1" }}
        />
        <CheckboxField name="agree" label="I have read the rules of the call" error="Please fill this in" />
        <Actions>
          <Button>{t("common.actions.save_and_continue")}</Button>
          <Button kind="quiet">{t("common.actions.cancel")}</Button>
          <Button kind="danger">{t("apply.withdraw.button")}</Button>
          <Button kind="plain">{t("common.actions.cancel")}</Button>
          <Button disabled>{t("apply.submit.button")}</Button>
        </Actions>
      </form>
    </Page>
  );
}

const steps = ["Weak", "Below what is needed", "Fair", "Good", "Very good", "Outstanding in every respect"].map(
  (meaning, index) => ({ value: String(index + 1), words: meaning }),
);

function ReviewGallery() {
  const sheet = (
    <form method="post" noValidate>
      <h2>Your scores</h2>
      <StepsField name="insight" label="Actionable insight" hint="30%" steps={steps} defaultValue="4" />
      <StepsField
        name="quality"
        label="Research quality"
        hint="25%"
        steps={steps}
        outside={{ value: "unable", label: "Not able to judge" }}
      />
      <Button>Save scores</Button>
    </form>
  );
  return (
    <Page
      side="review"
      title="Listening to moderators: a mixed study in four regions"
      above="Packet K7Q2"
      call="Open call 2027"
      timeLeft={<TimeLeft at={later} zone={zone} />}
      aside={sheet}
      asideLabel="Your scores"
    >
      <ProgressBar label="Your reviews" done={7} total={12} />
      <Prose>
        <h2>Summary</h2>
        <Paragraphs
          text={
            "People who review reports of harm carry what they see home with them. We ask which forms of support they use, which they avoid, and why.\n\nThe study follows 240 moderators over twelve months, with interviews at three moments and a short weekly diary. Findings are turned into guidance with the people it concerns."
          }
        />
        <h2>Methods</h2>
        <Paragraphs text="A longitudinal diary, paired interviews, and a comparison of three support schemes." />
      </Prose>
      <StepsField name="wide" label="A scale with room" steps={steps} defaultValue="5" />
    </Page>
  );
}

const rows = ["KE", "IN", "BR", "FI", "JO"].map((country, index) => ({
  country,
  reference: `2027-${String(17 + index * 23).padStart(3, "0")}`,
  minor: 4_950_000 + index * 5_037_550,
  mean: 5.2 - index * 0.43,
}));

function ManageGallery() {
  const { locale } = useText();
  return (
    <Page
      side="manage"
      wide
      title="Proposals"
      call="Open call 2027"
      timeLeft={<TimeLeft at={later} zone={zone} />}
      crumbs={[
        { label: "Today", to: paths.manage() },
        { label: "Open call 2027", to: paths.manageCall("x") },
      ]}
      actions={<Button kind="quiet">Download as CSV</Button>}
    >
      <SubNav
        label="This call"
        items={[
          { to: "/p", label: "Proposals", count: 128, current: true },
          { to: "/a", label: "Assignments", count: "9 of 12" },
          { to: "/r", label: "Ranking" },
        ]}
      />
      <FilterBar action="/p" submit="Show">
        <TextField name="words" label="Words" type="search" />
        <SelectField name="state" label="State" options={[{ value: "submitted", label: "Submitted" }]} empty="Any" />
      </FilterBar>
      <DataTable
        caption="128 proposals, newest first"
        columns={[
          { key: "reference", label: "Reference", cell: (row) => <a href={`/${row.reference}`}>{row.reference}</a> },
          { key: "country", label: "Country", cell: (row) => countryName(locale, row.country) },
          { key: "state", label: "State", cell: () => <Badge kind="waiting">Eligibility check</Badge> },
          {
            key: "requested",
            label: "Requested",
            numeric: true,
            sort: { to: "?sort=requested", direction: "descending" },
            cell: (row) => formatMoney(locale, { minor: row.minor, currency: "USD" }),
          },
          { key: "mean", label: "Weighted mean", numeric: true, cell: (row) => formatFixed(locale, row.mean, 2) },
        ]}
        rows={rows}
        rowKey={(row) => row.reference}
      />
      <Pagination page={2} pages={3} to={(page) => `?page=${page}`} />
      <Section title="2027-017">
        <DefinitionList
          items={[
            { term: "Requested", value: formatMoney(locale, { minor: 14_950_000, currency: "USD" }) },
            { term: "Received", value: <Moment at="2027-05-09T20:58:31Z" />, action: <a href="/receipt">Receipt</a> },
            { term: "State", value: <Badge kind="good">Eligible</Badge> },
            { term: "Conflict", value: <Badge kind="bad">Same institution</Badge> },
          ]}
        />
      </Section>
      <DataTable
        caption="Letters"
        columns={[{ key: "a", label: "Letter", cell: () => "" }]}
        rows={[]}
        rowKey={() => "none"}
      />
    </Page>
  );
}

/** Every component on the page it belongs to, so that people can look and tests can read. */
export const gallery = {
  public: <PublicGallery />,
  apply: <ApplyGallery />,
  review: <ReviewGallery />,
  manage: <ManageGallery />,
  error: (
    <ErrorPage
      status={409}
      refusal={{ reason: "call_is_closed", details: { closesAt: "2027-05-01T20:59:00Z", zone } }}
    />
  ),
};
