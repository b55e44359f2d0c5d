export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether a control holds something else than the page came with. */
export function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const stands = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(0, stands);
  }
  const isChoice = control.type === "checkbox" || control.type === "radio";
  return isChoice
    ? (control as HTMLInputElement).checked !== (control as HTMLInputElement).defaultChecked
    : control.value !== control.defaultValue;
}
