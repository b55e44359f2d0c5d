import { createHash } from "node:crypto";
import { signBytes } from "~/audit/signing-keys.server";
import { receiptBytes } from "~/proposals/receipt";
import { canonicalJson } from "~/values/canonical-json";
import { newReference } from "~/values/reference";
import { annexPdf, storeFile } from "./annex.server";
import { submissionLetter } from "./letters-history";
import type { Random } from "./random";
import { randomFrom } from "./random";
import type { Rows } from "./rows";

const sha256 = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

const annexText = (title: string, blind: Record<string, string>) =>
  [
    title,
    "",
    "Annex: instruments, timetable and references",
    "",
    blind.research_questions ?? "",
    "",
    blind.work_plan ?? "",
  ].join("\n");

/** Makes the files: the one that came with a proposal, and the cleared copy of its packet. */
async function makeFiles(rows: Rows) {
  const proposals = new Map(rows.proposals.map((row) => [row.id, row]));
  const versions = new Map(rows.proposalVersions.map((row) => [row.proposalId, row]));
  const packets = new Map(rows.packets.map((row) => [row.proposalId, row]));
  const authors = new Map(rows.proposalMembers.map((row) => [row.proposalId, row.person]));
  const names = new Map(rows.persons.map((row) => [row.ref, row.name]));
  const careless = new Set(rows.authorsInFiles);
  for (const document of rows.documents) {
    const { proposalId, uploadedAt, storageKey } = document;
    const version = versions.get(proposalId);
    const packet = packets.get(proposalId);
    const text = annexText(proposals.get(proposalId)?.title ?? "", packet?.content.answers ?? version?.blind ?? {});
    const author = careless.has(document.id) ? (names.get(authors.get(proposalId) ?? "") ?? null) : null;
    const bytes = await annexPdf(text, uploadedAt, author);
    Object.assign(document, await storeFile(storageKey, bytes), {
      state: packet ? "cleared" : "stored",
      pages: packet ? 1 : null,
    });
    if (version) version.documents = [{ document: document.id, question: document.question, sha256: document.sha256 }];
    const cleared = packet?.documents[0];
    if (cleared)
      Object.assign(cleared, await storeFile(cleared.storageKey, await annexPdf(text, packet.frozenAt, null)));
  }
}

/** A receipt for each version, signed with the fund's key, and the letter that carried it. */
function giveReceipts(rows: Rows, random: Random) {
  const submitted = new Map(
    rows.events.filter(({ act }) => act === "proposal submitted").map((event) => [event.subjectId, event]),
  );
  const identities = new Map(rows.identityVersions.map((row) => [row.versionId, row.answers]));
  const titles = new Map(rows.proposals.map((row) => [row.id, row.title ?? ""]));
  for (const version of rows.proposalVersions) {
    const { id, proposalId, blind, documents, salt, submittedAt, submittedBy } = version;
    version.hash = sha256({ blind, identity: identities.get(id) ?? {}, documents, salt });
    const bytes = Uint8Array.from({ length: 16 }, () => random.whole(0, 255));
    const body = {
      reference: newReference(bytes),
      instant: submittedAt.toISOString(),
      hash: version.hash,
      auditHead: null,
    };
    const signed = signBytes((keyId) => receiptBytes({ ...body, keyId }));
    rows.receipts.push({ ...body, ...signed, instant: submittedAt, proposalId, versionId: id });
    const event = submitted.get(proposalId);
    if (!event) continue;
    event.details = { version: version.number, hash: version.hash };
    const title = titles.get(proposalId) ?? "";
    rows.letters.push(submissionLetter(event, { recipient: submittedBy, proposal: proposalId, title, ...body }));
  }
}

/** Adds what needs files, hashes and keys: annexes, versions, packets, receipts and Message-IDs. */
export async function completeRows(rows: Rows, seed: number | string): Promise<void> {
  await makeFiles(rows);
  giveReceipts(rows, randomFrom(`${seed}/receipts`));
  const frozen = new Map(
    rows.events.filter(({ act }) => act === "packet frozen").map((event) => [event.subjectId, event]),
  );
  for (const packet of rows.packets) {
    packet.hash = sha256({ content: packet.content, documents: packet.documents });
    const event = frozen.get(packet.proposalId);
    if (event) event.details = { ...event.details, code: packet.code, hash: packet.hash };
  }
  for (const letter of rows.letters) {
    letter.messageId = `<${createHash("sha256").update(letter.key).digest("hex").slice(0, 40)}@fund.example>`;
  }
}
