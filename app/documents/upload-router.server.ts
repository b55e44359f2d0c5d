import { randomUUID } from "node:crypto";
import { createUploadthing, type FileRouter, UploadThingError, UTFiles } from "uploadthing/server";
import { z } from "zod";
import { log } from "~/http/log.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { codeOfDocument, mostSize, neutralName } from "./document";
import { type UploadVisitor, visitorOf } from "./upload-visitors";

/** What an upload is for, said by the browser and checked before a byte is sent. */
export type UploadTarget = { proposal: string; question: string };
/** What the file router remembers of an upload until its bytes are here. */
export type UploadMeta = UploadTarget & { document: string; person: string; name: string; began: string };
/** A file in the store. */
export type StoredFile = { key: string; size: number };
/** What the sender of a file is told. */
export type Accepted = { document: string; size: number };

/** The two questions the file router asks of the fund; given to it, so that it can be tried by itself. */
export type UploadRegister = {
  /** Throws a refusal when this person may not upload here now. */
  mayUpload(person: PersonRef, target: UploadTarget, now: Date): Promise<void>;
  /** Looks at the stored bytes, decides again, and writes the document down. */
  acceptUpload(file: StoredFile, meta: UploadMeta, now: Date): Promise<Accepted>;
};

const target = z.object({ proposal: z.uuid(), question: z.string().min(1).max(80) });

/** The SDK knows only its own error; the refusal itself travels on the visitor to whoever writes the answer. */
async function refusable<T>(visitor: UploadVisitor, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof Refusal) visitor.refused = problem;
    throw problem instanceof Refusal ? new UploadThingError({ code: "FORBIDDEN", message: problem.reason }) : problem;
  }
}

/** The one upload path: one PDF for one question of one proposal, private, under a neutral name. */
export function uploadRouter(register: UploadRegister) {
  const file = createUploadthing();
  const document = file(
    { pdf: { maxFileSize: mostSize, maxFileCount: 1, acl: "private", contentDisposition: "attachment" } },
    // Keys are short; randomness keeps two uploads of one name in one millisecond apart.
    { getFileHashParts: () => [randomUUID()], presignedURLTTL: "1h" },
  )
    .input(target)
    .middleware(({ req, input, files }) => {
      const visitor = visitorOf(req);
      return refusable(visitor, async () => {
        if (!visitor.person) throw new Refusal("not_permitted", "sign_in_first");
        await register.mayUpload(visitor.person, input, visitor.now);
        const id = randomUUID();
        const meta: UploadMeta = {
          ...input,
          document: id,
          person: visitor.person,
          name: (files[0]?.name ?? "").slice(0, 255),
          began: visitor.now.toISOString(),
        };
        const [only] = files;
        const named = only ? [{ ...only, name: neutralName(codeOfDocument(id)), customId: id }] : [];
        return { ...meta, [UTFiles]: named };
      });
    })
    .onUploadComplete(async ({ req, file: { key, size }, metadata }) => {
      try {
        return await register.acceptUpload({ key, size }, metadata, visitorOf(req).now);
      } catch (problem) {
        if (!(problem instanceof Refusal) || problem.kind === "unavailable") {
          log.error({ problem, document: metadata.document }, "an upload could not be written down");
          throw problem;
        }
        return { error: problem.reason, details: JSON.stringify(problem.details ?? {}) };
      }
    });
  return { document } satisfies FileRouter;
}
