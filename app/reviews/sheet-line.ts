import { filledTemplate, tellTime } from "~/ui/filled-template";
import { formatMoment } from "~/ui/formats";
import { localeHere, zoneHere } from "~/ui/script-texts";
import type { Sent } from "./send-sheet";

/** What the line below a sheet says of it. */
export type Saying = "saving" | Sent;

/** In the words of a refusal, where the names of the refused controls belong. */
export const whereMark = "{where}";

/** Where the words of each saying stand on the page, unseen until they are said. */
export const sayingId = (saying: Saying) => `sheet-${saying.replace("_", "-")}`;

/** Says in the line what is so now, in the words that the server wrote into the page. */
export function sayInLine(line: Element, saying: Saying, { where, at }: { where: string[]; at: Date }): void {
  const said = filledTemplate(sayingId(saying), { where: where.join("; ") });
  tellTime(said, at, formatMoment(localeHere(), at, zoneHere(), "clock"));
  line.replaceChildren(said);
}
