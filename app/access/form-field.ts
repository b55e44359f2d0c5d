/** The field of a form that says which account it was issued to, without saying who that is. */
export const formField = "form";

/** The field in which an author names the kept text she means, when she brings it back or discards it. */
export const keptField = "kept";
