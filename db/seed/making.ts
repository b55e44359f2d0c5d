import type { CastMember } from "./cast";
import type { HistoryBook } from "./history";
import type { Person } from "./people";
import type { Random } from "./random";
import type { Workshop } from "./write-proposal";

export type Cast = Record<CastMember["role"], Person>;
/** What every call of the demo is made with. */
export type Making = { workshop: Workshop; random: Random; history: HistoryBook; cast: Cast };
