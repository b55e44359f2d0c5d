import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { afterAll, expect, it } from "vitest";
import { root } from "./source-files";

const { forbidden, options } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as {
  forbidden: IForbiddenRuleType[];
  options: Record<string, unknown>;
};

/** For each rule an import that offends it: from which file, of what. */
const offences: Record<string, [from: string, statement: string]> = {
  "calls-knows-nothing-later": ["app/calls/call.ts", 'import "../proposals/proposal";'],
  "proposals-knows-nothing-later": ["app/proposals/proposal.ts", 'import "../reviews/review";'],
  "eligibility-knows-nothing-later": ["app/eligibility/eligibility.ts", 'import "../conflicts/conflict";'],
  "conflicts-knows-nothing-later": ["app/conflicts/conflict.ts", 'import "../assignments/assignment";'],
  "assignments-knows-nothing-later": ["app/assignments/assignment.ts", 'import "../reviews/review";'],
  "reviews-knows-nothing-later": ["app/reviews/review.ts", 'import "../decisions/decision";'],
  "meetings-knows-nothing-later": ["app/meetings/meeting.ts", 'import "../decisions/decision";'],
  "decisions-knows-nothing-later": ["app/decisions/decision.ts", 'import "../awards/award";'],
  "awards-knows-nothing-later": ["app/awards/award.ts", 'import "../disbursements/disbursement";'],
  "values-know-nothing": ["app/values/money.ts", 'import "../calls/call";'],
  "pure-files-touch-nothing": ["app/forms/form.ts", 'import "./saved-form.server";'],
  "pure-files-need-no-node": ["app/forms/form.ts", 'import "node:crypto";'],
  "domains-know-no-http": ["app/forms/saved-form.server.ts", 'import "../http/refusals";'],
  "domains-know-no-remix": ["app/forms/saved-form.server.ts", 'import "@remix-run/node";'],
  "components-know-no-domain": ["app/ui/button.ts", 'import "../calls/call";'],
  "nobody-imports-a-route": ["app/forms/form.ts", 'import "../routes/public/home";'],
  "routes-ask-use-cases": ["app/routes/public/home.ts", 'import "../../../db/schema/calls";'],
  "letters-are-written-by-the-worker": ["app/forms/saved-form.server.ts", 'import "../../emails/letter";'],
  "the-door-is-in-identities": ["app/identities/disclose.server.ts", 'import "../../db/schema/identity";'],
  "tables-know-only-words": ["db/schema/calls.ts", 'import "../../app/forms/saved-form.server";'],
  "the-product-knows-no-tests": ["db/schema/calls.ts", 'import "../../tests/cast";'],
  "no-circles": ["app/forms/form.ts", 'import "./answer";'],
  "nothing-unresolved": ["app/forms/form.ts", 'import "./gone";'],
};

/** What the offences import; a circle needs the way back. */
const innocent = [
  "app/calls/call.ts",
  "app/proposals/proposal.ts",
  "app/conflicts/conflict.ts",
  "app/assignments/assignment.ts",
  "app/reviews/review.ts",
  "app/decisions/decision.ts",
  "app/awards/award.ts",
  "app/disbursements/disbursement.ts",
  "app/forms/saved-form.server.ts",
  "app/http/refusals.ts",
  "app/routes/public/home.ts",
  "emails/letter.ts",
  "db/schema/calls.ts",
  "db/schema/identity.ts",
  "tests/cast.ts",
  "node_modules/@remix-run/node/index.js",
];

const planted = mkdtempSync(join(tmpdir(), "fund-imports-"));
afterAll(() => rmSync(planted, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(planted, path)), { recursive: true });
  writeFileSync(join(planted, path), text);
}

/** The rules that files of a small product of their own offend. */
async function offended(files: Record<string, string>): Promise<string[]> {
  for (const name of ["app", "db", "emails", "tests", "node_modules"])
    rmSync(join(planted, name), { recursive: true, force: true });
  for (const path of innocent) write(path, "export {};\n");
  write("app/forms/answer.ts", 'import "./form";\n');
  write("app/forms/form.ts", "export {};\n");
  for (const [path, text] of Object.entries(files)) write(path, `${text}\n`);
  const { output } = await cruise(["app", "db", "emails"], {
    ...options,
    tsConfig: undefined,
    baseDir: planted,
    validate: true,
    ruleSet: { forbidden },
  });
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))];
}

it("every rule has an offence to try it with", () => {
  expect(Object.keys(offences).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

it("a product without offence offends no rule", async () => {
  expect(await offended({})).toEqual([]);
});

it.each(Object.entries(offences))("%s is seen to be offended", async (rule, [from, statement]) => {
  expect(await offended({ [from]: statement })).toContain(rule);
});
