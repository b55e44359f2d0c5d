/** Shows what makes sense only where scripts run: the server writes it hidden. */
export function showWithScripts(where: ParentNode): void {
  for (const part of where.querySelectorAll<HTMLElement>("[data-with-scripts]")) part.hidden = false;
}
