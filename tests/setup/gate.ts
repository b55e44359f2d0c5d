/** Something that is waited for until the test lets it happen. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((go) => {
    open = go;
  });
  return { open, opened };
}
