import { expect, it } from "vitest";
import { actorOf, type CastName, cast, castNames } from "#tests/cast";
import type { Actor } from "~/access/actor";
import { may, type Permission, permissions } from "~/access/may";

const roles = [null, "principal_investigator", "editor", "viewer"] as const;
const all = Object.keys(permissions) as Permission[];
const worn: Actor["hat"][] = [
  "applicant",
  "reviewer",
  "programme_officer",
  "finance_officer",
  "auditor",
  "visitor",
  "system",
];

const everywhere: Permission[] = ["start a proposal"];
const ofRole: Record<string, Permission[]> = {
  principal_investigator: [
    "read a proposal of one's own",
    "edit a proposal",
    "upload a document",
    "submit a proposal",
    "withdraw a proposal",
    "discard a draft",
  ],
  editor: ["read a proposal of one's own", "edit a proposal", "upload a document"],
  viewer: ["read a proposal of one's own"],
};
const ofHat: Record<string, Permission[]> = {
  reviewer: ["score a packet", "recuse oneself"],
  programme_officer: [
    "see the proposals of a call",
    "decide eligibility",
    "freeze a blind packet",
    "invite to the advisory group",
    "assign a reviewer",
    "declare a conflict of one's own",
    "settle a conflict",
    "remind reviewers",
    "withhold a comment",
    "record a recommendation",
    "decide on a proposal",
    "prepare a release",
    "release decisions",
    "announce grantees",
    "read letters",
  ],
};

/** What this table says somebody may, under the hat she wears and with the role she has in the proposal. */
function expected(name: CastName, hat: Actor["hat"], role: (typeof roles)[number]): Permission[] {
  const owns = (cast[name] as readonly string[]).includes(hat);
  return [...everywhere, ...(role ? (ofRole[role] ?? []) : []), ...(owns ? (ofHat[hat] ?? []) : [])];
}

it("every permission stands in this table", () => {
  const known = [...everywhere, ...Object.values(ofRole).flat(), ...Object.values(ofHat).flat()];
  expect([...new Set(known)].sort()).toEqual([...all].sort());
});

it.each(castNames)("%s may what this table says, under every hat and in every role, and nothing else", (name) => {
  for (const hat of worn) {
    for (const role of roles) {
      const actor = actorOf(name, hat);
      const allowed = all.filter((permission) => may(actor, permission, { role }).allowed);
      expect([name, hat, role, allowed.sort()]).toEqual([name, hat, role, expected(name, hat, role).sort()]);
    }
  }
});

it("nobody may anything without being somebody, whatever hat is claimed", () => {
  for (const hat of worn) {
    for (const role of roles) {
      const nobody: Actor = { person: null, hats: [], hat };
      expect(all.filter((permission) => may(nobody, permission, { role }).allowed)).toEqual([]);
    }
  }
});

it("a no to a stranger says that there is nothing; only members of a proposal hear why", () => {
  for (const permission of all) {
    const verdict = may(actorOf("stranger", "applicant"), permission);
    if (!verdict.allowed) expect([permission, verdict.kind]).toEqual([permission, "not_found"]);
  }
  expect(may(actorOf("coInvestigator", "applicant"), "submit a proposal", { role: "editor" })).toEqual({
    allowed: false,
    because: "only_the_principal_investigator",
  });
});
