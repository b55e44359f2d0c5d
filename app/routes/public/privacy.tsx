import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/access/sides.server";
import { contactAddress } from "~/http/environment.server";
import { disclosureReasons } from "~/identities/disclosure-reasons";
import { Contact } from "~/ui/contact";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.privacy.title" };

export const loader = asVisitor(() => ({ contact: contactAddress() }));

const parts = ["what", "who", "blind", "cookies", "keep", "rights"] as const;

export default function Privacy() {
  const { contact } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="public" title={t("public.privacy.title")} lead={t("public.privacy.lead")}>
      {parts.map((part) => (
        <Section key={part} title={t(`public.privacy.${part}_title`)}>
          <p>{t(`public.privacy.${part}`)}</p>
        </Section>
      ))}
      <Section title={t("public.privacy.reasons_title")} lead={t("public.privacy.reasons_lead")}>
        <ul>
          {disclosureReasons.map((reason) => (
            <li key={reason}>{t(`public.privacy.reasons.${reason}`)}</li>
          ))}
        </ul>
      </Section>
      {contact ? <Contact address={contact} /> : null}
    </Page>
  );
}
