import { countryName, formatMoney } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { Listing } from "~/ui/listing";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { LatestGrantee } from "./first-page.queries.server";

/** A first page stays short however many a call funds. */
const most = 6;

/** Whom the latest announced call funds, and the way to all of them; nothing where nobody was announced. */
export function LatestGrantees({ grantees }: { grantees: LatestGrantee[] }) {
  const { t, locale } = useText();
  const [first] = grantees;
  if (!first) return null;
  const shown = grantees.slice(0, most);
  return (
    <Section title={t("public.home.grantees")} lead={first.callTitle}>
      <Listing
        items={shown.map(({ reference, title, institution, country, amountMinor, currency }) => ({
          key: reference,
          title: <bdi>{title}</bdi>,
          facts: [
            <bdi key="institution">{institution}</bdi>,
            countryName(locale, country),
            formatMoney(locale, { minor: amountMinor, currency }),
          ],
        }))}
      />
      {shown.length < grantees.length ? (
        <p>{t("public.home.grantees_shown", { count: grantees.length, shown: shown.length })}</p>
      ) : null}
      <LinkButton kind="quiet" to={paths.grantees()}>
        {t("public.home.see_grantees")}
      </LinkButton>
    </Section>
  );
}
