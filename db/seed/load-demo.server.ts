export async function loadDemo(_a: unknown, _b: unknown) {}
