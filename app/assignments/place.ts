/** Where a packet stands in its reviewer's queue. */
export type Place = { number: number; total: number; previous: string | null; next: string | null };
