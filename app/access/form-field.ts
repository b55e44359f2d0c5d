/** The field of a form that says which account it was issued to, without saying who that is. */
export const formField = "form";
