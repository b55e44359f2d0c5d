import { asVisitor } from "~/access/sides.server";
import { Refusal } from "~/values/refusal";

export const loader = asVisitor(() => {
  throw new Refusal("not_found", "not_found");
});

export default function NothingHere() {
  return null;
}
