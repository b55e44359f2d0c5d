/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - (at - (at % 1000));
}

/** The last minute of a day ("2021-05-02") on the clock of the call's zone. */
export function endOfDay(day: string, zone: string): Date {
  const there = Date.parse(`${day}T23:59:00Z`);
  const guess = there - aheadOfUtc(there, zone);
  return new Date(there - aheadOfUtc(guess, zone));
}

/** The day of an instant on the clock of a zone, as a date field wants it. */
export function dayOf(at: Date, zone: string): string {
  return new Date(at.getTime() + aheadOfUtc(at.getTime(), zone)).toISOString().slice(0, 10);
}

/** When a review is due: at the end of the chosen day, and never after scoring closes. */
export function dueAt(day: string, call: { zone: string; scoringClosesAt: Date }): Date {
  const end = endOfDay(day, call.zone);
  return end > call.scoringClosesAt && dayOf(call.scoringClosesAt, call.zone) === day ? call.scoringClosesAt : end;
}
