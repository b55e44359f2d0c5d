/** How long a session lasts; used in its second half, it begins anew. */
export const sessionDays = 14;

/** So whoever opens or saves a page stays signed in at least this long. */
export const sureDays = sessionDays / 2;
