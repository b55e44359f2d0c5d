/** The reference of an award: the call and a running number, as it stands in letters and open data. */
export function awardReference(callSlug: string, number: number): string {
  return `SORF-${callSlug.toUpperCase()}-${String(number).padStart(2, "0")}`;
}

/** The day an award starts unless its agreement says otherwise: the first of the month after (UTC), as YYYY-MM-DD. */
export function firstOfNextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}
