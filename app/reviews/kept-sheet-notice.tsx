import { keptField } from "~/access/form-field";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { KeptSheet } from "./kept-sheet";
import type { PacketPage } from "./packet-page";

/** A sheet that was posted when its session had ended: to be brought back or discarded, or only to be copied. */
export function KeptSheetNotice({ packet, kept }: { packet: PacketPage; kept: KeptSheet }) {
  const { t } = useText();
  const open = packet.lockedAt === null && !packet.closed;
  const title = open ? "not_saved_yet" : packet.lockedAt ? "too_late" : "closed";
  const titleOf = (criterion: string) => packet.criteria.find(({ id }) => id === criterion)?.title ?? criterion;
  return (
    <Notice kind={open ? "info" : "error"} title={t(`review.kept.${title}`)}>
      {open ? <p>{t("review.kept.about")}</p> : null}
      <DefinitionList
        items={kept.scores.map(({ criterion, value, unableBecause }) => ({
          term: titleOf(criterion),
          value: value ?? t("review.lock.unable", { because: unableBecause ?? "" }),
        }))}
      />
      <KeptComment name="to_advisory_group" text={kept.toAdvisoryGroup} />
      <KeptComment name="to_applicant" text={kept.toApplicant} />
      <form method="post" action={paths.packet(packet.code)}>
        <input type="hidden" name={keptField} value={kept.name} />
        <Actions>
          {open ? (
            <Button kind="quiet" name="act" value="bring_back">
              {t("review.kept.bring_back")}
            </Button>
          ) : null}
          <Button kind="plain" name="act" value="discard">
            {t("review.kept.discard")}
          </Button>
        </Actions>
      </form>
    </Notice>
  );
}

function KeptComment({ name, text }: { name: "to_advisory_group" | "to_applicant"; text: string | null }) {
  const { t } = useText();
  if (text === null) return null;
  return (
    <>
      <h3>{t(`review.packet.${name}`)}</h3>
      {text.trim() === "" ? <p>{t("common.answers.none")}</p> : <Paragraphs text={text} />}
    </>
  );
}
