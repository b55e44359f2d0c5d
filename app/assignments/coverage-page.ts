/** How many packets a page of the coverage table lists. */
export const coveragePageSize = 50;
