/** CPU time of this process so far, in milliseconds, and its resident memory in bytes. */
export type ProcessCost = { cpuMs: number; residentBytes: number };

export function processCost(): ProcessCost {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
}
