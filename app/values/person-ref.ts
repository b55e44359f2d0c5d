/** A person outside the identities door: a random reference that says nothing about her. */
export type PersonRef = string & { readonly brand: "PersonRef" };
