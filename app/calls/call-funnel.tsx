import { BarRows } from "~/ui/bar-rows";
import { useText } from "~/ui/use-text";
import type { Funnel } from "./managed-calls.queries.server";

/** Each stage with the one it is a part of. */
const stages = [
  ["started", null],
  ["received", "started"],
  ["eligible", "received"],
  ["cleared", "eligible"],
  ["reviewed", "cleared"],
  ["decided", "cleared"],
  ["awarded", "decided"],
] as const;

/** How far the proposals of a call came, each number with its denominator. */
export function CallFunnel({ funnel, closed, released }: { funnel: Funnel; closed: boolean; released: boolean }) {
  const { t } = useText();
  const finding = () => {
    if (!closed) return t("manage.call.funnel_open", funnel);
    if (funnel.decided > 0) return t("manage.call.funnel", { count: funnel.awarded, received: funnel.received });
    return t("manage.call.funnel_received", funnel);
  };
  return (
    <>
      <BarRows
        finding={finding()}
        labels={{ row: t("manage.call.stage"), value: t("manage.call.count") }}
        most={Math.max(1, funnel.started)}
        bars={stages.map(([stage, whole]) => ({
          label: t(
            stage === "awarded" && !released ? "manage.call.stages.awarded_sealed" : `manage.call.stages.${stage}`,
          ),
          value: funnel[stage],
          words: whole ? t("manage.call.of", { count: funnel[stage], total: funnel[whole] }) : String(funnel[stage]),
        }))}
      />
      <p>{t("manage.call.left", funnel)}</p>
    </>
  );
}
