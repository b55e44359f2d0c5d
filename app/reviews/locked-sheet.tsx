import type { Place } from "~/assignments/place";
import { DefinitionList } from "~/ui/definition-list";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import type { CriterionOnSheet, PacketPage } from "./packet-page";
import { PlaceInQueue } from "./place-in-queue";

/** A review that was handed in, or that the fund no longer waits for, to read and not to change. */
export function LockedSheet({ packet, place }: { packet: PacketPage; place: Place }) {
  const { t } = useText();
  return (
    <div id="sheet">
      <PlaceInQueue place={place} />
      {packet.lockedAt ? (
        <Notice title={t("review.packet.locked_title")}>
          <Moment at={packet.lockedAt} />. {t("review.packet.locked")}
        </Notice>
      ) : (
        <Notice title={t("review.packet.closed_title")}>{t("review.packet.closed")}</Notice>
      )}
      <DefinitionList
        items={packet.criteria.map((criterion) => ({
          term: criterion.title,
          value: <Judged criterion={criterion} />,
        }))}
      />
      <h3>{t("review.packet.to_advisory_group")}</h3>
      <Paragraphs text={packet.toAdvisoryGroup} />
      <h3>{t("review.packet.to_applicant")}</h3>
      <Paragraphs text={packet.toApplicant} />
    </div>
  );
}

/** A score with the end of its scale and the words of its step, or why there is none. */
function Judged({ criterion }: { criterion: CriterionOnSheet }) {
  const { t } = useText();
  const { value, steps } = criterion;
  if (value === null)
    return criterion.unableBecause === null
      ? t("review.packet.unjudged")
      : t("review.lock.unable", { because: criterion.unableBecause });
  const words = steps.find((step) => step.value === String(value))?.words;
  return (
    <>
      <strong className="numbers">
        {t("common.progress.of", { done: value, total: steps.at(-1)?.value ?? value })}
      </strong>
      {words ? `: ${words}` : null}
    </>
  );
}
