import { no, type Verdict, yes } from "~/values/verdict";
import type { Actor } from "./actor";

type Rule = (actor: Actor, subject: Subject) => Verdict;
/** What a permission may depend on beside the hat: the actor's role in a proposal. */
export type Subject = { role?: string | null };

const hidden = no("not_found", "not_found");
const wears =
  (hat: Actor["hat"]): Rule =>
  (actor) =>
    actor.hat === hat && (actor.hats as readonly string[]).includes(hat) ? yes : hidden;
const signedIn: Rule = (actor) => (actor.person ? yes : hidden);
const leads: Rule = (actor, { role }) => {
  if (!actor.person || !role) return hidden;
  return role === "principal_investigator" ? yes : no("only_the_principal_investigator");
};
const writes: Rule = (actor, { role }) => {
  if (!actor.person || !role) return hidden;
  return role === "principal_investigator" || role === "editor" ? yes : no("only_those_who_edit");
};
const belongs: Rule = (actor, { role }) => (actor.person && role ? yes : hidden);

/** Every permission of the product, one line each. What depends on the state of things is a rule, not a permission. */
export const permissions = {
  "start a proposal": signedIn,
  "read a proposal of one's own": belongs,
  "edit a proposal": writes,
  "upload a document": writes,
  "submit a proposal": leads,
  "withdraw a proposal": leads,
  "discard a draft": leads,
  "score a packet": wears("reviewer"),
  "recuse oneself": wears("reviewer"),
  "see the proposals of a call": wears("programme_officer"),
  "decide eligibility": wears("programme_officer"),
  "freeze a blind packet": wears("programme_officer"),
  "invite to the advisory group": wears("programme_officer"),
  "assign a reviewer": wears("programme_officer"),
  "declare a conflict of one's own": wears("programme_officer"),
  "settle a conflict": wears("programme_officer"),
  "remind reviewers": wears("programme_officer"),
  "withhold a comment": wears("programme_officer"),
  "record a recommendation": wears("programme_officer"),
  "decide on a proposal": wears("programme_officer"),
  "prepare a release": wears("programme_officer"),
  "release decisions": wears("programme_officer"),
  "announce grantees": wears("programme_officer"),
  "read letters": wears("programme_officer"),
} satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** Whether an actor may do a thing; a no hides what she may not even know about. */
export function may(actor: Actor, permission: Permission, subject: Subject = {}): Verdict {
  return permissions[permission](actor, subject);
}
