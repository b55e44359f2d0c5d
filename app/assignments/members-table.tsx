import { Badge } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { Moment } from "~/ui/moment";
import { useText } from "~/ui/use-text";
import type { Member } from "./coverage.queries.server";

/** Who sits in the advisory group, since when, and with how much to read. */
export function MembersTable({ members, zone }: { members: Member[]; zone: string }) {
  const { t } = useText();
  const agreed = members.filter(({ agreedAt }) => agreedAt).length;
  return (
    <DataTable
      caption={t("manage.advisory_group.caption", { count: members.length, agreed })}
      rows={members}
      rowKey={({ ref }) => ref}
      empty={t("manage.advisory_group.empty")}
      columns={[
        { key: "name", label: t("manage.advisory_group.name"), cell: ({ name }) => <bdi>{name}</bdi> },
        {
          key: "institution",
          label: t("manage.advisory_group.institution"),
          cell: ({ institution }) => <bdi>{institution ?? t("manage.proposals.none")}</bdi>,
        },
        {
          key: "invited",
          label: t("manage.advisory_group.invited"),
          cell: ({ invitedAt }) => <Moment at={invitedAt} zone={zone} style="short" />,
        },
        {
          key: "agreed",
          label: t("manage.advisory_group.agreed"),
          cell: ({ agreedAt }) =>
            agreedAt ? (
              <Badge kind="good">
                <Moment at={agreedAt} zone={zone} style="short" />
              </Badge>
            ) : (
              <Badge kind="waiting">{t("manage.advisory_group.not_agreed")}</Badge>
            ),
        },
        {
          key: "locked",
          label: t("manage.progress.locked_of"),
          numeric: true,
          cell: ({ load, locked }) => t("common.progress.of", { done: locked, total: load }),
        },
      ]}
    />
  );
}
