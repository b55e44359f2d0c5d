import { Section } from "./section";
import { useText } from "./use-text";

/** Where people write to the fund. */
export function Contact({ address }: { address: string }) {
  const { t } = useText();
  return (
    <Section title={t("public.contact.title")}>
      <p>
        <a href={`mailto:${address}`}>
          <bdi>{address}</bdi>
        </a>
      </p>
    </Section>
  );
}
