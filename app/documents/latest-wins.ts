/**
 * Work on one key happens one after the other, and a newcomer tells the one before to stop: a browser that sends an
 * upload again must not wait for a connection that is already dead.
 */
export function latestWins() {
  const running = new Map<string, { stop: AbortController; done: Promise<unknown> }>();
  return async function take<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const before = running.get(key);
    before?.stop.abort();
    const stop = new AbortController();
    const done = (before?.done ?? Promise.resolve()).then(
      () => work(stop.signal),
      () => work(stop.signal),
    );
    const mine = { stop, done };
    running.set(key, mine);
    try {
      return await done;
    } finally {
      if (running.get(key) === mine) running.delete(key);
    }
  };
}
