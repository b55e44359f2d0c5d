/** A value as JSON inside a script of a page: no sign in it ends the script, or a line of it. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
