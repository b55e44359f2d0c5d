/**
 * A copy of what stands in a template of the page, with the words of the moment in its places: in texts `{name}`, and in
 * addresses too. A place in which more than words belong is an element with `data-place`.
 */
export function filledTemplate(id: string, words: Record<string, string> = {}, places: Record<string, Node[]> = {}) {
  const template = document.getElementById(id) as HTMLTemplateElement;
  const copy = template.content.cloneNode(true) as DocumentFragment;
  const said = (text: string) => text.replace(/\{(\w+)\}/g, (mark, name: string) => words[name] ?? mark);
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.nodeValue = said(texts.currentNode.nodeValue ?? "");
  for (const link of copy.querySelectorAll("a[href*='{']"))
    link.setAttribute("href", said(link.getAttribute("href") ?? ""));
  for (const place of copy.querySelectorAll<HTMLElement>("[data-place]"))
    place.replaceChildren(...(places[place.dataset.place ?? ""] ?? []));
  return copy;
}

/** Shows on the clock of this device when something was. */
export function tellTime(where: ParentNode, at: Date, words: string) {
  const time = where.querySelector("time");
  if (!time) return;
  time.dateTime = at.toISOString();
  time.textContent = words;
}
