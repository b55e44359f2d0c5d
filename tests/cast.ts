import { idOf } from "#tests/factories/ids";
import type { Actor } from "~/access/actor";
import type { Hat } from "~/access/hats";
import type { PersonRef } from "~/values/person-ref";

/** Everyone a test may meet, by role, with the hats they own. */
export const cast = {
  applicant: [],
  coInvestigator: [],
  reviewer: ["reviewer"],
  conflictedReviewer: ["reviewer"],
  officer: ["programme_officer"],
  secondOfficer: ["programme_officer"],
  financeOfficer: ["finance_officer"],
  auditor: ["auditor"],
  secondReviewer: ["reviewer"],
  stranger: [],
} as const satisfies Record<string, readonly Hat[]>;

export type CastName = keyof typeof cast;

export const castNames = Object.keys(cast) as CastName[];

export const refOf = (name: CastName): PersonRef => idOf(`person ${name}`) as PersonRef;

/** Somebody of the cast at work, under the hat she wears for this act. */
export const actorOf = (name: CastName, hat: Actor["hat"]): Actor => ({ person: refOf(name), hats: cast[name], hat });
