import { useLoaderData } from "@remix-run/react";
import { sureDays } from "~/access/session-length";
import { asVisitor } from "~/access/sides.server";
import { contactAddress } from "~/http/environment.server";
import { Contact } from "~/ui/contact";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.accessibility.title" };

export const loader = asVisitor(() => ({ contact: contactAddress() }));

const parts = ["standard", "time", "tested", "known", "tell"] as const;

export default function Accessibility() {
  const { contact } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="public" title={t("public.accessibility.title")} lead={t("public.accessibility.lead")}>
      {parts.map((part) => (
        <Section key={part} title={t(`public.accessibility.${part}_title`)}>
          <p>{t(`public.accessibility.${part}`, { days: sureDays })}</p>
        </Section>
      ))}
      {contact ? <Contact address={contact} /> : null}
    </Page>
  );
}
