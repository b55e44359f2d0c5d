/** How much of a refused body is read to its end, so that the sender hears the reason instead of a reset. */
export const drainedBytes = 16 * 1024 * 1024;

/** Reads on and forgets what it read, up to the limit; then lets go of the connection. */
export async function drain(body: ReadableStream<Uint8Array> | null, most = drainedBytes): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  let seen = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      seen += value.byteLength;
      if (seen > most) return await reader.cancel();
    }
  } catch {
    // The sender went away first; there is nobody left to answer.
  }
}
