import { formatMoment, formatTimeLeft, zoneName } from "./formats";
import { useText } from "./use-text";

const lastHours = 48 * 3_600_000;

export interface DeadlineProps {
  at: Date | string;
  /** The zone the deadline was set in. */
  zone: string;
  kind?: "closes" | "opens" | "none";
}

/** A deadline as a sentence: the reader's own clock first, then the call's, then universal time. */
export function Deadline({ at, zone: callZone, kind = "closes" }: DeadlineProps) {
  const { locale, zone: own, now, t } = useText();
  const date = new Date(at);
  const left = date.getTime() - now.getTime();
  const [first, ...others] = distinctZones(date, [own, callZone, "UTC"]).map((zone) => ({
    moment: formatMoment(locale, date, zone, "deadline"),
    zone: zoneName(locale, date, zone),
    label: zone === own ? "your_time" : zone === callZone ? "call_time" : ("universal_time" as const),
  }));
  if (!first) return null;
  const sentence = kind === "none" ? "moment_in_zone" : kind === "closes" && left <= 0 ? "closed" : kind;
  return (
    <div className="deadline">
      <p className="deadline-first">
        <time dateTime={date.toISOString()}>
          {t(`common.times.${sentence}`, { moment: first.moment, zone: first.zone })}
        </time>
        {left > 0 && left <= lastHours ? (
          <strong className="deadline-left">{formatTimeLeft(locale, date, now)}</strong>
        ) : null}
      </p>
      {others.map((other) => (
        <p className="deadline-other" key={other.zone}>
          {t("common.times.moment_in_zone", { moment: other.moment, zone: other.zone })}
        </p>
      ))}
    </div>
  );
}

/** Zones whose clocks agree at that moment are said once. */
function distinctZones(at: Date, zones: (string | undefined)[]): string[] {
  const seen = new Set<string>();
  return zones.filter((zone): zone is string => {
    if (!zone) return false;
    const clock = formatMoment("en", at, zone);
    if (seen.has(clock)) return false;
    seen.add(clock);
    return true;
  });
}
