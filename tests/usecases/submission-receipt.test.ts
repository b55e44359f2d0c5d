import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { type Draft, draftFactory, finished } from "#tests/factories/draft";
import { at } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { verifySignature } from "~/audit/signing-keys.server";
import { graceToken } from "~/proposals/grace-token.server";
import { receiptBytes } from "~/proposals/receipt";
import { receiptsOf } from "~/proposals/receipts.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { submitProposal } from "~/proposals/submit-proposal.server";
import { canonicalJson } from "~/values/canonical-json";
import type { PersonRef } from "~/values/person-ref";

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  await make.call("receipts");
  const annex = { id: "annex", kind: "file", required: false, dataClass: "none" };
  await database.owner`update calls set form = jsonb_insert(form, '{sections,0,questions,-1}', ${database.owner.json(annex)}, true)
    where slug = 'receipts'`;
});

const closePlus = (milliseconds: number) => new Date(at.closes.getTime() + milliseconds);
const minute = 60_000;
const personOf = ({ actor }: Draft) => actor.person as PersonRef;

const addsFile = (draft: Draft, question: string, uploadedAt: Date, sha256 = "abc") =>
  database.owner`insert into documents (id, proposal_id, question, uploader, storage_key, size, sha256, kind, state, uploaded_at)
    values (${randomUUID()}, ${draft.id}, ${question}, ${draft.actor.person}, ${randomUUID()}, 10, ${sha256}, 'application/pdf', 'stored', ${uploadedAt})`;

describe("what is handed in", () => {
  it("is frozen in two parts: the blind one has no word of the identity part, the host is kept for matching", async () => {
    const draft = await make.draft("receipts", { ...finished, host_institution: "  Łódź   Institute " });
    await submitProposal(draft.actor, draft.id, null, at.submitted);
    const [version] = await database.owner`select * from proposal_versions where proposal_id = ${draft.id}`;
    expect(version?.blind).toEqual({ title: finished.title, summary: finished.summary });
    expect(JSON.stringify(version)).not.toContain("Łódź");
    const [identity] = await database.owner`select answers from identity.versions where version_id = ${version?.id}`;
    expect(identity?.answers).toMatchObject({ principal_investigator: finished.principal_investigator });
    const [host] =
      await database.owner`select normalised_name as name from identity.hosts where proposal_id = ${draft.id}`;
    expect(host?.name).toBe("lodz institute");
  });

  it("is hashed whole: both parts and the files, with a salt of its own", async () => {
    const draft = await make.draft("receipts", finished);
    await addsFile(draft, "annex", at.submitted, "f00d");
    await submitProposal(draft.actor, draft.id, null, at.submitted);
    const [version] = await database.owner`select v.*, i.answers as identity from proposal_versions v
      join identity.versions i on i.version_id = v.id where proposal_id = ${draft.id}`;
    const { blind, identity, documents, salt, hash } = version ?? {};
    expect(documents).toMatchObject([{ question: "annex", sha256: "f00d" }]);
    const hashOf = (whole: object) => createHash("sha256").update(canonicalJson(whole)).digest("hex");
    expect(hashOf({ blind, identity, documents, salt })).toBe(hash);
    expect(hashOf({ blind, identity: { ...identity, host_institution: "Another" }, documents, salt })).not.toBe(hash);
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });

  it("can be changed by nobody afterwards, not by its own authors", async () => {
    const draft = await make.draft("receipts", finished);
    await submitProposal(draft.actor, draft.id, null, at.submitted);
    for (const table of ["proposal_versions", "receipts"]) {
      const change = applying.transaction(personOf(draft), (tx) => tx.execute(`update ${table} set hash = 'other'`));
      await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});

describe("the receipt", () => {
  it("is signed by the fund over reference, instant, hash, the end of the record and its key, and by nothing else", async () => {
    const draft = await make.draft("receipts", finished);
    const { reference } = await submitProposal(draft.actor, draft.id, null, at.submitted);
    const { receipts } = await receiptsOf(draft.actor, draft.id);
    expect(receipts).toHaveLength(1);
    const [{ instant, hash, auditHead, signature, keyId } = {} as never] = receipts;
    const body = { reference, instant: instant.toISOString(), hash, auditHead, keyId };
    expect(instant).toEqual(at.submitted);
    expect(verifySignature(receiptBytes(body), { signature, keyId })).toBe(true);
    for (const forged of [{ reference: "other" }, { instant: at.closes.toISOString() }, { hash: "0" }, { keyId: "0" }])
      expect(verifySignature(receiptBytes({ ...body, ...forged }), { signature, keyId })).toBe(false);
  });

  it("is one for each version, the newest first, and goes out as a letter to who submitted", async () => {
    const draft = await make.draft("receipts", finished);
    const first = await submitProposal(draft.actor, draft.id, null, at.submitted);
    const later = new Date(at.submitted.getTime() + minute);
    await saveAnswers(draft.actor, draft.id, [{ question: "title", baseVersion: 1, text: "A better title" }], later);
    const second = await submitProposal(draft.actor, draft.id, null, later);
    const { receipts } = await receiptsOf(draft.actor, draft.id);
    expect(receipts.map(({ reference }) => reference)).toEqual([second.reference, first.reference]);
    const letters = await database.owner`select recipient, data ->> 'reference' as reference from notifications.letters
      where template = 'submission_receipt' and data ->> 'proposal' = ${draft.id} order by created_at, event_id`;
    expect(letters).toEqual([first, second].map(({ reference }) => ({ recipient: draft.actor.person, reference })));
  });

  it("is shown to nobody else, and does not exist before a submission", async () => {
    const draft = await make.draft("receipts", finished);
    expect((await refusalOf(receiptsOf(draft.actor, draft.id)))?.kind).toBe("not_found");
    await submitProposal(draft.actor, draft.id, null, at.submitted);
    expect((await refusalOf(receiptsOf(await make.applicant("a stranger"), draft.id)))?.kind).toBe("not_found");
  });
});

describe("at the close", () => {
  const submits = (draft: Draft, token: unknown, now: Date) =>
    refusalOf(submitProposal(draft.actor, draft.id, token, now)).then((refusal) => refusal?.reason ?? "received");

  it("what arrived in the last instant counts, what arrived at the close does not", async () => {
    const draft = await make.draft("receipts", finished);
    expect(await submits(draft, null, at.closes)).toBe("call_is_closed");
    expect(await submits(draft, null, closePlus(-1))).toBe("received");
  });

  it("the review page seen before it carries over into the grace, for its own reader and proposal only", async () => {
    const draft = await make.draft("receipts", finished);
    const other = await make.draft("receipts", finished);
    const seen = graceToken(personOf(draft), draft.id, closePlus(-1));
    const seenTooLate = graceToken(personOf(draft), draft.id, at.closes);
    const ofAnother = graceToken(personOf(other), draft.id, closePlus(-minute));
    const ofAnotherProposal = graceToken(personOf(draft), other.id, closePlus(-minute));
    const [issued = "", seal = ""] = seenTooLate.split(".");
    const backdated = `${Number(issued) - minute}.${seal}`;
    for (const token of [null, "", "1.2", seenTooLate, ofAnother, ofAnotherProposal, backdated, new Blob([seen])]) {
      expect(await submits(draft, token, closePlus(minute))).toBe("call_is_closed");
    }
    expect(await submits(draft, seen, closePlus(10 * minute))).toBe("call_is_closed");
    expect(await submits(draft, seen, closePlus(10 * minute - 1))).toBe("received");
  });

  it("an upload of hers that was let in before it, and ended in the grace, does the same", async () => {
    const draft = await make.draft("receipts", finished);
    await addsFile(draft, "annex", closePlus(-minute));
    expect(await submits(draft, null, closePlus(2 * minute))).toBe("call_is_closed");
    await addsFile(draft, "annex", closePlus(minute));
    expect(await submits(draft, null, closePlus(2 * minute))).toBe("received");
    expect(await submits(draft, null, closePlus(10 * minute))).toBe("call_is_closed");
  });

  it("who comes late is told when it was, and is counted apart, without a version", async () => {
    const draft = await make.draft("receipts", finished);
    const refusal = await refusalOf(submitProposal(draft.actor, draft.id, null, closePlus(1000)));
    expect(refusal).toMatchObject({
      kind: "not_allowed_now",
      details: { closesAt: at.closes.toISOString(), zone: "Europe/Lisbon" },
    });
    const counted = await database.owner`select act, at from audit.events
      where subject_id = ${draft.id} and act like '%submi%'`;
    expect(counted).toEqual([{ act: "late submission refused", at: closePlus(1000) }]);
    expect(await database.owner`select 1 from proposal_versions where proposal_id = ${draft.id}`).toHaveLength(0);
  });
});

describe("who may hand in", () => {
  it("is the principal investigator alone", async () => {
    const draft = await make.draft("receipts", finished);
    for (const role of ["editor", "viewer"] as const) {
      const actor = await make.joins(draft, `a ${role}`, role);
      const refusal = await refusalOf(submitProposal(actor, draft.id, null, at.submitted));
      expect(refusal?.reason).toBe("only_the_principal_investigator");
    }
  });
});
