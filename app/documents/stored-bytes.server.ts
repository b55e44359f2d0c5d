import { createHash } from "node:crypto";
import { Refusal } from "~/values/refusal";
import { chunksOf } from "./chunks.server";
import { mostBytes } from "./document";
import { endOfObject, headBytes } from "./pdf-signature";
import type { UploadService } from "./upload-service.server";

/** Opens a stored file through a link that holds for a minute; wherever the store is, this is the only way to it. */
export async function openStored(service: UploadService, key: string, range: string | null = null): Promise<Response> {
  const { ufsUrl } = await service.api.generateSignedURL(key, { expiresIn: "1 minute" });
  const response = await service.fetch(ufsUrl, range ? { headers: { Range: range } } : {});
  if (response.ok || response.status === 416) return response;
  await response.body?.cancel();
  throw new Refusal(response.status === 404 ? "not_found" : "unavailable", "file_cannot_be_read");
}

export type Facts = { size: number; sha256: string; head: Uint8Array; holdsObjects: boolean };

/** Reads a stored file once, for what is really in it; what a sender said about it counts for nothing. */
export async function factsOfStored(service: UploadService, key: string): Promise<Facts> {
  const response = await openStored(service, key);
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  let size = 0;
  let holdsObjects = false;
  /** What a chunk ended with: a mark may be cut in two. */
  let before = Buffer.alloc(0);
  for await (const chunk of chunksOf(response.body)) {
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    if (!holdsObjects) {
      const here = Buffer.concat([before, chunk]);
      holdsObjects = here.includes(endOfObject);
      before = here.subarray(1 - endOfObject.length);
    }
    size += chunk.byteLength;
    hash.update(chunk);
    if (size > mostBytes) break;
  }
  return { size, sha256: hash.digest("hex"), head, holdsObjects };
}

/** The whole file in memory, for checks that need all of it; uploads are small enough. */
export async function bytesOfStored(service: UploadService, key: string): Promise<Uint8Array> {
  return new Uint8Array(await (await openStored(service, key)).arrayBuffer());
}
