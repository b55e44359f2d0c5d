import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { acceptUpload, mayUpload } from "./accept-upload.server";
import { codeOfDocument, mostBytes, neutralName } from "./document";
import { drain } from "./drain.server";
import { receivePart } from "./receive-part.server";
import type { Accepted, UploadTarget } from "./upload-router.server";
import { uploads } from "./uploads.server";

const reasons = {
  too_large: "file_is_too_large",
  no_file: "choose_a_file",
  not_multipart: "choose_a_file",
  too_many_parts: "one_file_at_a_time",
  broken_off: "upload_broke_off",
} as const;

/** Hands the file to the same store the browser's uploader uses, under a neutral name. */
async function store(path: string, document: string): Promise<{ key: string; size: number }> {
  const blob = await openAsBlob(path, { type: "application/pdf" });
  const file = Object.assign(blob, { name: neutralName(codeOfDocument(document)), customId: document });
  const { data, error } = await uploads().api.uploadFiles(file, { acl: "private", contentDisposition: "attachment" });
  if (!data) throw new Refusal("unavailable", "upload_failed", { code: error.code });
  return { key: data.key, size: data.size };
}

/**
 * A file posted by a plain form in the part "file". The right is checked before the body is read; the bytes go through a
 * temporary file, so that memory stays flat, and then the way every upload goes.
 */
export async function uploadFromForm(
  person: PersonRef,
  target: UploadTarget,
  request: Request,
  now: Date,
): Promise<Accepted> {
  const folder = await mkdtemp(join(tmpdir(), "fund-upload-"));
  let name = "";
  try {
    await mayUpload(person, target, now);
    const path = join(folder, "file");
    await writeFile(path, "", { mode: 0o600 });
    const onName = (given: string) => {
      name = given;
    };
    const received = await receivePart(request, { field: "file", path, from: 0, most: mostBytes, onName });
    if (received !== "received") {
      const reason = reasons[received];
      throw new Refusal("invalid", reason, { mostBytes });
    }
    const document = randomUUID();
    const stored = await store(path, document);
    const meta = { ...target, document, person, name: name.slice(0, 255), began: now.toISOString() };
    return await acceptUpload(uploads(), stored, meta, now);
  } catch (problem) {
    await drain(request.body);
    if (!(problem instanceof Refusal) || problem.kind !== "invalid") throw problem;
    throw new Refusal("invalid", problem.reason, {
      ...problem.details,
      name,
      fields: { [target.question]: problem.reason },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
