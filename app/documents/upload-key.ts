/** Keys are letters and digits only: nothing that could leave the folder they name a file in. */
export const isUploadKey = (text: string) => /^[A-Za-z0-9]{20,96}$/.test(text);

/** The key in an address such as /ut/KEY, or null where there is none. */
export function keyOfPath(pathname: string, prefix: string): string | null {
  if (!pathname.startsWith(prefix)) return null;
  const key = pathname.slice(prefix.length);
  return isUploadKey(key) ? key : null;
}
