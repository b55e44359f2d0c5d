/** What a field of the page is called: the words of its label or legend, without what is said beside them. */
export function labelOfField(field: string): string {
  const label =
    document.querySelector(`label[for="${CSS.escape(field)}"]`) ??
    document.getElementById(field)?.querySelector("legend");
  return label?.firstChild?.textContent ?? field;
}
