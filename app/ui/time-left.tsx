import { formatMoment, formatTimeLeft, zoneName } from "./formats";
import { Icon } from "./icon";
import { useText } from "./use-text";

/** The deadline in one line, for the head of a page; counts down in the last 48 hours only. */
export function TimeLeft({ at, zone: callZone }: { at: Date | string; zone: string }) {
  const { locale, zone: own, now, t } = useText();
  const date = new Date(at);
  const left = date.getTime() - now.getTime();
  const zone = own ?? callZone;
  const soon = left > 0 && left <= 48 * 3_600_000;
  const words = { moment: formatMoment(locale, date, zone), zone: zoneName(locale, date, zone) };
  return (
    <span className={soon ? "time-left time-left-soon" : "time-left"}>
      <Icon name="clock" />
      <time dateTime={date.toISOString()}>{t(left > 0 ? "common.times.closes" : "common.times.closed", words)}</time>
      {soon ? <strong>{formatTimeLeft(locale, date, now)}</strong> : null}
    </span>
  );
}
