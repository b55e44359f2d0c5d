import { asVisitor } from "~/access/sides.server";

/**
 * Somebody says that she is still there. Asking is enough: a session that is used in its second half is lengthened, and
 * the cookies of the answer say until when. 401 where it has ended already.
 */
export const action = asVisitor(({ session }) => new Response(null, { status: session ? 204 : 401 }));
