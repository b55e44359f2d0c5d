import { returnedField } from "~/ui/reader";
import { useText } from "~/ui/use-text";
import { formField } from "./form-field";

type Props = {
  /** Controls of this form, by which it is told from other forms of its page. */
  asks?: readonly string[];
};

/**
 * Says which account a form was issued to: sent after the session ended, its words come back to her page after signing
 * in (`useAnswer` puts them into its fields). Belongs into every form with words or choices whose page is its address.
 */
export function FormOwner({ asks }: Props) {
  const { issued, returned } = useText();
  const isThis = !asks || asks.some((control) => returned && control in returned.typed);
  return (
    <>
      <input type="hidden" name={formField} value={issued ?? ""} />
      {isThis
        ? returned?.names.map((name) => <input key={name} type="hidden" name={returnedField} value={name} />)
        : null}
    </>
  );
}
