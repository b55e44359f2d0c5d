import { asVisitor } from "~/access/sides.server";
import { grantees } from "~/awards/grantees.queries.server";
import { environment } from "~/http/environment.server";
import { grantsPackage } from "~/reports/threesixty-giving.server";

/** Announced grantees by the 360Giving Data Standard. */
export const loader = asVisitor(async ({ now }) =>
  Response.json(grantsPackage(await grantees("en"), { now, appUrl: environment().appUrl }), {
    headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" },
  }),
);
