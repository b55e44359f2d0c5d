declare module "*.browser.ts?script" {
  /** Where browsers find the script, with all it imports. */
  const address: string;
  export default address;
}
