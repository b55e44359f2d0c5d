/** Where the count of a text stands, and what marks one that is too long; a script counts on there. */
export const countIdOf = (field: string) => `${field}-count`;
export const overClass = "field-count-over";
