import { describe, expect, it } from "vitest";
import { phaseOf } from "~/calls/call";
import { acceptingEdits } from "~/calls/call.rules";
import { type CallTexts, textsFor } from "~/calls/call-texts";
import { checkable, possibleOutcomes } from "~/eligibility/eligibility.rules";
import type { Form } from "~/forms/form";
import { keptAnswers } from "~/proposals/kept-answers";
import { editable, submittable, withdrawable } from "~/proposals/proposal.rules";
import { type ProposalState, proposalLife } from "~/proposals/proposal.states";
import { statusFor } from "~/proposals/proposal.status";
import { receiptBytes } from "~/proposals/receipt";

const closesAt = new Date("2026-04-11T16:00:00.000Z");
const at = (milliseconds: number) => new Date(closesAt.getTime() + milliseconds);
const call = { opensAt: new Date("2026-02-04T00:00:00Z"), closesAt, graceMinutes: 10, zone: "Africa/Nairobi" };
const states = Object.keys(proposalLife) as ProposalState[];
const form: Form = {
  sections: [
    { id: "work", part: "blind", questions: [{ id: "title", kind: "short_text", required: true, dataClass: "none" }] },
  ],
};
const handed = (changes: Record<string, unknown> = {}) => ({
  state: "draft",
  form,
  answers: { title: "Safer" },
  documents: new Set<string>(),
  ...changes,
});

describe("a call", () => {
  it("is coming, open, closed, to the millisecond", () => {
    const before = new Date(call.opensAt.getTime() - 1);
    expect([before, call.opensAt, at(-1), at(0)].map((now) => phaseOf(call, now))).toEqual([
      "coming",
      "open",
      "open",
      "closed",
    ]);
  });

  it("says when it opens or closed, and in which zone", () => {
    const early = new Date(call.opensAt.getTime() - 1);
    expect(acceptingEdits(call, early)).toMatchObject({
      because: "call_is_not_open_yet",
      details: { opensAt: "2026-02-04T00:00:00.000Z", zone: "Africa/Nairobi" },
    });
    expect(acceptingEdits(call, at(0))).toMatchObject({
      because: "call_is_closed",
      details: { closesAt: closesAt.toISOString(), zone: "Africa/Nairobi" },
    });
  });

  it("speaks the reader's language, or English, or whatever it has", () => {
    const said = (title: string) => ({ title }) as CallTexts;
    expect(textsFor({ en: said("a"), ar: said("b") }, "ar")).toEqual({ texts: said("b"), language: "ar" });
    expect(textsFor({ en: said("a"), ar: said("b") }, "fr")).toEqual({ texts: said("a"), language: "en" });
    expect(textsFor({ ar: said("b") }, "fr")).toEqual({ texts: said("b"), language: "ar" });
    expect(() => textsFor({}, "en")).toThrow("at least one language");
  });
});

describe("handing in", () => {
  it("takes a complete proposal before the close, again and again", () => {
    expect(submittable(handed(), call, at(-1), null)).toEqual({ allowed: true });
    expect(submittable(handed({ state: "submitted" }), call, at(-1), null)).toEqual({ allowed: true });
  });

  it("takes it in the grace period with a token from before the close, and changes nothing else then", () => {
    expect(submittable(handed(), call, at(1), null)).toMatchObject({ because: "call_is_closed" });
    expect(submittable(handed(), call, at(1), { issuedAt: at(-1) })).toEqual({ allowed: true });
    expect(submittable(handed(), call, at(600_000), { issuedAt: at(-1) })).toMatchObject({ because: "call_is_closed" });
    expect(editable("draft", call, at(1))).toMatchObject({ because: "call_is_closed" });
    expect(editable("draft", call, at(-1))).toEqual({ allowed: true });
  });

  it("says what is missing, at its question; the deadline is said first", () => {
    expect(submittable(handed({ answers: {} }), call, at(-1), null)).toMatchObject({
      because: "proposal_is_incomplete",
      kind: "invalid",
      details: { fields: { title: "answer_is_missing" }, missing: [{ section: "work", question: "title" }] },
    });
    expect(submittable(handed({ answers: {} }), call, at(0), null)).toMatchObject({ because: "call_is_closed" });
  });

  it("is over once somebody began to check", () => {
    for (const state of states.filter((other) => !("submit" in proposalLife[other]))) {
      expect([state, submittable(handed({ state }), call, at(-1), null)]).toMatchObject([
        state,
        { because: "proposal_cannot_be_changed" },
      ]);
      expect(editable(state, call, at(-1)).allowed).toBe(false);
    }
  });

  it("is refused alike after the close, whether somebody began to check or not", () => {
    for (const state of states) {
      const late = [at(0), at(600_000)].flatMap((now) => [
        submittable(handed({ state }), call, now, null),
        editable(state, call, now),
      ]);
      late.push(submittable(handed({ state }), call, at(600_000), { issuedAt: at(-1) }));
      for (const verdict of late) expect([state, verdict]).toMatchObject([state, { because: "call_is_closed" }]);
    }
  });
});

describe("from outside", () => {
  const looks = (state: string) => ({
    status: statusFor({ state, closesAt, told: false }, at(1)),
    withdrawable: withdrawable(state).allowed,
  });

  it("a proposal that was handed in looks the same until its applicants are told, its buttons too", () => {
    for (const state of ["submitted", "eligible", "ineligible", "in_review"])
      expect([state, looks(state)]).toEqual([state, { status: "in_review", withdrawable: true }]);
  });

  it("shows a decision only once it was told", () => {
    for (const state of ["awarded", "reserved", "declined"]) {
      expect(statusFor({ state, closesAt, told: false }, at(1))).toBe("in_review");
      expect(statusFor({ state, closesAt, told: true }, at(1))).toBe("decided");
    }
  });

  it("is not eligible only once that was told, and then leaves nothing to take back", () => {
    expect(statusFor({ state: "ineligible", closesAt, told: true }, at(1))).toBe("not_eligible");
    expect(withdrawable("ineligible", true)).toMatchObject({ because: "proposal_cannot_be_withdrawn" });
  });

  it("is a draft that missed the close, or a proposal that was taken back", () => {
    expect([at(-1), at(0)].map((now) => statusFor({ state: "draft", closesAt, told: false }, now))).toEqual([
      "draft",
      "not_handed_in",
    ]);
    expect(statusFor({ state: "submitted", closesAt, told: false }, at(-1))).toBe("submitted");
    expect(statusFor({ state: "withdrawn", closesAt, told: true }, at(1))).toBe("withdrawn");
  });

  it("is taken back until an award is accepted, and never twice", () => {
    expect(states.filter((state) => withdrawable(state).allowed)).toEqual([
      "submitted",
      "ineligible",
      "eligible",
      "in_review",
      "awarded",
      "reserved",
    ]);
    expect(withdrawable("nowhere")).toMatchObject({ because: "proposal_cannot_be_withdrawn" });
  });
});

describe("text that was kept when a session ended", () => {
  const standing = new Map([
    ["same", { text: "one\ntwo", version: 3 }],
    ["older", { text: "before", version: 1 }],
    ["newer", { text: "somebody else's", version: 2 }],
  ]);
  const change = (question: string, text: string, baseVersion: number) => ({ question, text, baseVersion });
  const kept = (question: string, text: string, baseVersion: number) =>
    keptAnswers([[change(question, text, baseVersion)]], standing);

  it("waits for a word only where it does not stand already", () => {
    expect(kept("same", "one\ntwo", 1)).toEqual([]);
    expect(kept("empty", "", 0)).toEqual([]);
    expect(kept("older", "after", 1)).toEqual([{ question: "older", text: "after", changedSince: false }]);
    expect(kept("older", "", 1)).toEqual([{ question: "older", text: "", changedSince: false }]);
    expect(kept("first", "a first answer", 0)).toEqual([
      { question: "first", text: "a first answer", changedSince: false },
    ]);
  });

  it("says where something else was saved in the meantime, unless no word is lost by it", () => {
    expect(kept("newer", "mine", 1)).toEqual([{ question: "newer", text: "mine", changedSince: true }]);
    expect(kept("newer", "", 1)).toEqual([]);
  });

  it("of two forms replaces the answer by the newer text only, and shows each text once", () => {
    const forms = [[change("older", "third", 1)], [change("older", "second", 1)], [change("older", "third", 1)]];
    expect(keptAnswers(forms, standing)).toEqual([
      { question: "older", text: "third", changedSince: false },
      { question: "older", text: "second", changedSince: true },
    ]);
  });
});

describe("the eligibility check", () => {
  it("begins when nothing more can arrive", () => {
    expect(checkable(call, at(599_999))).toMatchObject({
      because: "call_is_still_open",
      details: { at: at(600_000).toISOString() },
    });
    expect(checkable(call, at(600_000))).toEqual({ allowed: true });
  });

  it("offers what the life of a proposal knows", () => {
    expect(states.map((state) => [state, possibleOutcomes(state)]).filter(([, outcomes]) => outcomes?.length)).toEqual([
      ["submitted", ["eligible", "ineligible"]],
      ["ineligible", ["reinstated"]],
      ["eligible", ["ineligible"]],
    ]);
  });
});

describe("a receipt", () => {
  const body = {
    reference: "ABCD-EFGH-JK0",
    instant: closesAt.toISOString(),
    hash: "00ff",
    auditHead: null,
    keyId: "0a0b",
  };
  const bytes = (changes: Partial<Parameters<typeof receiptBytes>[0]>) =>
    new TextDecoder().decode(receiptBytes({ ...body, ...changes }));

  it("is signed over these very bytes, whatever the order they came in", () => {
    const { hash, ...rest } = body;
    expect(bytes({})).toBe(
      '{"auditHead":null,"hash":"00ff","instant":"2026-04-11T16:00:00.000Z","keyId":"0a0b","kind":"safe-online-research-fund/receipt/1","reference":"ABCD-EFGH-JK0"}',
    );
    expect(receiptBytes({ hash, ...rest })).toEqual(receiptBytes(body));
  });

  it("changes with every part", () => {
    const all = [
      bytes({}),
      bytes({ reference: "ABCD-EFGH-JK1" }),
      bytes({ instant: at(1).toISOString() }),
      bytes({ hash: "00fe" }),
      bytes({ keyId: "0a0c" }),
      bytes({ auditHead: { sequence: 1, hash: "a" } }),
      bytes({ auditHead: { sequence: 2, hash: "a" } }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
