import type { ReactNode } from "react";
import { formField } from "~/access/form-field";
import type { Place } from "~/assignments/place";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LongTextField } from "~/ui/long-text-field";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { StepsField } from "~/ui/steps-field";
import { TextField } from "~/ui/text-field";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import { KeptSheetNotice } from "./kept-sheet-notice";
import { LockedSheet } from "./locked-sheet";
import type { CriterionOnSheet, PacketPage, SheetInHand } from "./packet-page";
import { PlaceInQueue } from "./place-in-queue";
import sheetScript from "./sheet.browser.ts?script";
import { controlShown, type Held } from "./sheet-control";
import { type Saying, sayingId, whereMark } from "./sheet-line";
import { markName } from "./sheet-marks";

const changedMeanwhile = "comment_changed_meanwhile";

/** The sheet beside the text: scores with words, two comments, save and lock. Complete without JavaScript. */
export function ScoreSheet({ packet, place, issued, kept }: { packet: PacketPage; place: Place } & SheetInHand) {
  const { t, nonce } = useText();
  const { problems } = useAnswer();
  const labelOf = (field: string) =>
    field === "to_advisory_group" || field === "to_applicant"
      ? t(`review.packet.${field}`)
      : packet.criteria.find(({ id }) => field === `score-${id}` || field === `because-${id}`)?.title;
  const waiting = kept.map((sheet) => <KeptSheetNotice key={sheet.name} packet={packet} kept={sheet} />);
  if (packet.lockedAt || packet.closed) {
    return (
      <>
        {waiting}
        <LockedSheet packet={packet} place={place} />
        <script type="module" src={sheetScript} nonce={nonce} />
      </>
    );
  }
  return (
    <div id="sheet">
      <PlaceInQueue place={place} />
      <h2>{t("review.packet.sheet")}</h2>
      <p>
        {t("review.packet.due")} <Moment at={packet.dueAt} />
      </p>
      <ErrorSummary problems={problems.map((one) => ({ ...one, label: labelOf(one.field) }))} />
      {waiting}
      <form
        method="post"
        action={paths.packet(packet.code)}
        noValidate
        // Some browsers put back what a form held before a reload, which may be older than what was saved since.
        autoComplete="off"
        data-scores={paths.packetScores(packet.code)}
      >
        <input type="hidden" name={formField} value={issued} />
        {packet.criteria.map((criterion) => (
          <CriterionField key={criterion.id} criterion={criterion} />
        ))}
        <Comment name="to_advisory_group" stands={packet.toAdvisoryGroup} />
        <Comment name="to_applicant" stands={packet.toApplicant} />
        <div className="sheet-state" role="status">
          {packet.savedAt ? (
            <Saved>
              <Moment at={packet.savedAt} style="clock" />
            </Saved>
          ) : null}
        </div>
        <Actions>
          <Button kind="quiet">{t("review.packet.save")}</Button>
          <Button kind="main" name="then" value="lock">
            {t("review.packet.lock")}
          </Button>
        </Actions>
      </form>
      <p>
        <a href={paths.packetRecusal(packet.code)}>{t("review.packet.recuse")}</a>
      </p>
      <p className="field-hint" hidden data-with-scripts>
        {t("review.packet.keys")}
      </p>
      <Sayings />
      <script type="module" src={sheetScript} nonce={nonce} />
    </div>
  );
}

function Saved({ children }: { children: ReactNode }) {
  const { t } = useText();
  return (
    <>
      {t("review.packet.saved", { when: "" })}
      {children}
    </>
  );
}

/** Everything the line may come to say while its reviewer works, for the script to show. */
function Sayings() {
  const { t, path } = useText();
  const sayings: Record<Saying, ReactNode> = {
    saving: t("review.packet.saving"),
    saved: (
      <Saved>
        <time />
      </Saved>
    ),
    lost: <Notice kind="error" title={t("review.packet.not_saved")} />,
    over: <Notice kind="error" title={t("review.packet.over")} />,
    refused: <Notice kind="error" title={t("review.packet.refused", { where: whereMark })} />,
    signed_out: (
      <Notice kind="error" title={t("review.packet.signed_out")}>
        <a href={paths.signIn(path)} target="_blank" rel="noreferrer">
          {t("common.session.sign_in")}
        </a>
      </Notice>
    ),
  };
  return (Object.keys(sayings) as Saying[]).map((saying) => (
    <template key={saying} id={sayingId(saying)}>
      {sayings[saying]}
    </template>
  ));
}

function CriterionField({ criterion }: { criterion: CriterionOnSheet }) {
  const { t } = useText();
  const { errorOf } = useAnswer();
  const name = `score-${criterion.id}`;
  const stands = criterion.value !== null ? String(criterion.value) : criterion.unableBecause !== null ? "unable" : "";
  const { text, marks } = useControl(name, (control) => (control === name ? stands : (criterion.unableBecause ?? "")));
  const weight = t("review.packet.weight", { weight: criterion.weight });
  const threshold =
    criterion.threshold === null ? "" : `, ${t("review.packet.threshold", { threshold: criterion.threshold })}`;
  return (
    <>
      <Began name={name} marks={marks} />
      <StepsField
        name={name}
        label={criterion.title}
        hint={
          <>
            {criterion.about} <span className="numbers">{weight + threshold}</span>
          </>
        }
        error={errorOf(name)}
        steps={criterion.steps}
        defaultValue={text(name) || undefined}
        outside={{ value: "unable", label: t("review.packet.unable") }}
      />
      <div className="unable-because">
        <TextField
          name={`because-${criterion.id}`}
          label={t("review.packet.unable_because")}
          hint={t("review.packet.unable_hint")}
          defaultValue={text(`because-${criterion.id}`)}
          maxLength={500}
        />
      </div>
    </>
  );
}

function Comment({ name, stands }: { name: "to_advisory_group" | "to_applicant"; stands: string }) {
  const { t } = useText();
  const { errorOf, details } = useAnswer();
  const { text, marks } = useControl(name, () => stands);
  return (
    <>
      <Began name={name} marks={marks} />
      <LongTextField
        name={name}
        label={t(`review.packet.${name}`)}
        hint={t(`review.packet.${name}_hint`)}
        error={errorOf(name)}
        defaultValue={text(name)}
        rows={5}
      />
      {details.fields?.[name] === changedMeanwhile ? (
        <Notice title={t("review.packet.stands_now")}>
          <Paragraphs text={stands} />
        </Notice>
      ) : null}
    </>
  );
}

/** What a control shows, also after a refusal, with what its window began with. */
function useControl(name: string, stands: Held) {
  const { typedEach, details } = useAnswer();
  return controlShown(name, stands, typedEach, details.fields?.[name] === changedMeanwhile);
}

/** What a control held when the page was made, so that a window writes over nothing that another one saved since. */
function Began({ name, marks }: { name: string; marks: string[] }) {
  return marks.map((mark) => <input key={mark} type="hidden" name={markName(name)} defaultValue={mark} />);
}
