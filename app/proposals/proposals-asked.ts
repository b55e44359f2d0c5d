import { type ProposalState, proposalLife } from "./proposal.states";

/** Columns of the officers' table that may order it: none of them says who applies. */
export const sortColumns = ["title", "theme", "state", "requested", "submitted"] as const;
export type SortColumn = (typeof sortColumns)[number];

export type ProposalsAsked = {
  state: ProposalState | null;
  theme: string | null;
  text: string;
  sort: SortColumn;
  descending: boolean;
  page: number;
};

export const pageSize = 50;

/** States an officer can meet: a draft that was never submitted is its applicants' own. */
export const listedStates = (Object.keys(proposalLife) as ProposalState[]).filter(
  (state) => state !== "draft" && state !== "abandoned",
);

const oneOf = <T extends string>(known: readonly T[], asked: string | null) =>
  known.find((candidate) => candidate === asked) ?? null;

/** What an address asks the table for; what makes no sense is left out. */
export function proposalsAsked(asked: URLSearchParams): ProposalsAsked {
  const sort = oneOf(sortColumns, asked.get("sort")) ?? "submitted";
  const direction = asked.get("direction");
  const page = Number.parseInt(asked.get("page") ?? "1", 10);
  return {
    state: oneOf(listedStates, asked.get("state")),
    theme: asked.get("theme")?.slice(0, 60) || null,
    text: (asked.get("text") ?? "").trim().slice(0, 100),
    sort,
    descending: direction ? direction === "descending" : sort === "submitted" || sort === "requested",
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

/** The same question with something changed, as parts of an address. */
export function askedAgain(asked: ProposalsAsked, changes: Partial<ProposalsAsked> = {}) {
  const { state, theme, text, sort, descending, page } = { ...asked, page: 1, ...changes };
  return {
    state: state ?? undefined,
    theme: theme ?? undefined,
    text,
    sort,
    direction: descending ? "descending" : "ascending",
    page: page > 1 ? page : undefined,
  };
}
