import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

/** Who one can be in the demo; never shown on real data. */
export function DemoSignIns({
  password,
  people,
}: {
  password: string;
  people: { email: string; description: string }[];
}) {
  const { t } = useText();
  return (
    <Section title={t("public.sign_in.demo")} lead={t("public.sign_in.demo_about", { password })}>
      <DefinitionList
        items={people.map(({ email, description }) => ({ term: email, value: <span lang="en">{description}</span> }))}
      />
    </Section>
  );
}
