import { asReviewer } from "~/access/sides.server";
import { downloadPacketDocument } from "~/documents/download.server";

/** The cleared file of a packet, while the packet is assigned. */
export const loader = asReviewer(({ params, request, person, session, now }) =>
  downloadPacketDocument(
    { person, hats: session.hats },
    params.code ?? "",
    params.question ?? "",
    now,
    request.headers.get("range"),
  ),
);
