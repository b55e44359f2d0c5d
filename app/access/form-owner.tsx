import { returnedField } from "~/ui/reader";
import { useText } from "~/ui/use-text";
import { formField } from "./form-field";

/**
 * Says which account a form was issued to: sent after the session ended, its words come back to her page after signing
 * in (`useAnswer` puts them into its fields). Belongs into every form with words or choices whose page is its address.
 */
export function FormOwner() {
  const { issued, returned } = useText();
  return (
    <>
      <input type="hidden" name={formField} value={issued ?? ""} />
      {returned?.names.map((name) => (
        <input key={name} type="hidden" name={returnedField} value={name} />
      ))}
    </>
  );
}
