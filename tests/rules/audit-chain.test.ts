import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginning, type SealedEvent, sealOf } from "~/audit/chain.server";
import { publicKeys, signBytes, verifySignature } from "~/audit/signing-keys.server";
import { type Environment, setEnvironment } from "~/http/environment.server";
import { canonicalJson } from "~/values/canonical-json";

describe("canonical JSON", () => {
  it("is the same for the same value, whatever the order it was written in", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "ü" }], a: true })).toBe('{"a":true,"b":[1,{"c":"ü","d":null}]}');
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
  });
  it("refuses what JSON has no word for", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});

describe("a seal", () => {
  const event: SealedEvent = {
    id: 7,
    at: "2027-01-01T00:00:00.000000Z",
    actor: null,
    hat: "system",
    act: "letter failed",
    subject_kind: "letter",
    subject_id: "1",
    details: { b: 1, a: 2 },
  };
  it("changes with every part of an event, its place and what stands before it", () => {
    const changed: Partial<SealedEvent>[] = [
      { id: 8 },
      { at: "2027-01-01T00:00:00.000001Z" },
      { actor: "x" },
      { hat: "visitor" },
      { act: "letter sent" },
      { subject_kind: "call" },
      { subject_id: "2" },
      { details: { b: 1 } },
    ];
    const seals = changed.map((part) => sealOf(1, beginning, { ...event, ...part }));
    const all = [sealOf(1, beginning, event), sealOf(2, beginning, event), sealOf(1, "f".repeat(64), event), ...seals];
    expect(new Set(all).size).toBe(all.length);
    expect(sealOf(1, beginning, { ...event, details: { a: 2, b: 1 } })).toBe(all[0]);
  });
});

describe("signing keys", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "fund-keys-"));
  beforeAll(() => setEnvironment({ dataDir } as Environment));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const words = Buffer.from("received");

  it("are made once, readable by nobody else, and verify what they signed", () => {
    const signed = signBytes(() => words);
    expect(signBytes(() => words)).toEqual(signed);
    expect(verifySignature(words, signed)).toBe(true);
    expect(verifySignature(Buffer.from("received late"), signed)).toBe(false);
    expect(verifySignature(words, { ...signed, keyId: "0123456789abcdef" })).toBe(false);
    expect(verifySignature(words, { ...signed, keyId: "../../etc/passwd" })).toBe(false);
    expect(publicKeys()).toEqual([{ keyId: signed.keyId, pem: expect.stringContaining("BEGIN PUBLIC KEY") }]);
    const secret = readdirSync(join(dataDir, "keys")).filter((name) => name.includes("private"));
    expect(secret).toHaveLength(1);
    expect(statSync(join(dataDir, "keys", secret[0]!)).mode & 0o077).toBe(0);
  });
});
