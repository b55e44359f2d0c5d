import { DataTable } from "~/ui/data-table";
import { Deadline } from "~/ui/deadline";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { DateAhead } from "./dates-ahead";

/** What closes when, over all calls. */
export function DatesAhead({ dates }: { dates: DateAhead[] }) {
  const { t } = useText();
  return (
    <Section title={t("manage.today.dates")}>
      <DataTable
        caption={t("manage.today.dates")}
        captionUnseen
        rows={dates}
        rowKey={({ slug, event }) => `${slug} ${event}`}
        empty={t("manage.today.no_dates")}
        columns={[
          { key: "event", label: t("manage.today.event"), cell: ({ event }) => t(`manage.today.events.${event}`) },
          {
            key: "call",
            label: t("manage.today.call"),
            cell: ({ slug, title }) => <a href={paths.manageCall(slug)}>{title}</a>,
          },
          {
            key: "when",
            label: t("manage.today.when"),
            cell: ({ at, zone }) => <Deadline at={at} zone={zone} kind="none" />,
          },
        ]}
      />
    </Section>
  );
}
