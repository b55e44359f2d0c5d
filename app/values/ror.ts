/** The bare id of the Research Organization Registry, with or without the address it is often written with. */
export const rorIdOf = (ror: string): string => ror.trim().toLowerCase().replace(/\/+$/, "").replace(/^.*\//, "");
