import { type DateStyle, formatMoment, zoneName } from "./formats";
import { useText } from "./use-text";

export interface MomentProps {
  at: Date | string;
  /** The zone to fall back on where the reader's is not known. */
  zone?: string;
  style?: DateStyle;
}

/** A moment on the reader's own clock, with its zone; a `date` or a `short` date stands without. */
export function Moment({ at, zone: home = "UTC", style = "instant" }: MomentProps) {
  const { locale, zone: own, t } = useText();
  const date = new Date(at);
  const zone = own ?? home;
  const moment = formatMoment(locale, date, zone, style);
  const bare = style === "date" || style === "short" || style === "clock";
  return (
    <time dateTime={date.toISOString()}>
      {bare ? moment : t("common.times.moment_in_zone", { moment, zone: zoneName(locale, date, zone) })}
    </time>
  );
}
