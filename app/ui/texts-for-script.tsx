import { textsForScriptId } from "./script-texts";
import { useText } from "./use-text";

/** Hands texts to the script of a page, where it says what the server cannot know: counts, and why something was refused. */
export function TextsForScript({ branches }: { branches: readonly string[] }) {
  const { textsAsJson, nonce } = useText();
  return (
    <script
      type="application/json"
      id={textsForScriptId}
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own JSON, with every "<" escaped
      dangerouslySetInnerHTML={{ __html: textsAsJson(branches) }}
    />
  );
}
