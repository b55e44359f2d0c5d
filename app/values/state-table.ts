import { Refusal } from "./refusal";

/** A life as a table: state → act → next state. A state without acts is final. */
export type StateTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The state an act leads to; refuses (act_is_not_possible_now) what the table does not allow. */
export function nextState(table: StateTable, state: string, act: string): string {
  const next = table[state]?.[act];
  if (!next) throw new Refusal("not_allowed_now", "act_is_not_possible_now", { state, act });
  return next;
}

/** Whether an act leads on from a state; a state that the table does not know leads nowhere. */
export const leadsOn = (table: StateTable, state: string, act: string): boolean => act in (table[state] ?? {});

/** States from which nothing leads on. */
export function finalStates(table: StateTable): string[] {
  return Object.keys(table).filter((state) => Object.keys(table[state] ?? {}).length === 0);
}

/** Every state that can be reached from a first one, itself included. */
export function reachableFrom(table: StateTable, first: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [first];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    waiting.push(...Object.values(table[state] ?? {}));
  }
  return reached;
}
