import type { Place } from "~/assignments/place";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import type { PacketPage } from "./packet-page";
import { PlaceInQueue } from "./place-in-queue";

/** A review that was handed in, to read and not to change. */
export function LockedSheet({ packet, place }: { packet: PacketPage; place: Place }) {
  const { t } = useText();
  return (
    <div id="sheet">
      <PlaceInQueue place={place} />
      <Notice title={t("review.packet.locked_title")}>{t("review.packet.locked")}</Notice>
      <DefinitionList
        items={packet.criteria.map((criterion) => ({
          term: criterion.title,
          value: criterion.value ?? t("review.lock.unable", { because: criterion.unableBecause ?? "" }),
        }))}
      />
      <h3>{t("review.packet.to_advisory_group")}</h3>
      <Paragraphs text={packet.toAdvisoryGroup} />
      <h3>{t("review.packet.to_applicant")}</h3>
      <Paragraphs text={packet.toApplicant} />
    </div>
  );
}
