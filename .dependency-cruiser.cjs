// The directions in which the product may import itself. tests/architecture/imports.test.ts offends each rule once.
const stages = [
  "calls",
  "proposals",
  "eligibility",
  "conflicts",
  "assignments",
  "reviews",
  "meetings",
  "decisions",
  "awards",
  "disbursements",
];

const laterThan = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-knows-nothing-later`,
  comment: "A later stage of a grant's life may import an earlier one, never the reverse.",
  severity: "error",
  from: { path: `^app/${stage}/` },
  to: { path: `^app/(${stages.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...laterThan,
    {
      name: "values-know-nothing",
      comment: "Values know no domain, no database and no server.",
      severity: "error",
      from: { path: "^app/values/" },
      to: { path: "^(app/(?!values/)|db/|emails/)" },
    },
    {
      name: "pure-files-touch-nothing",
      comment: "A file without .server is pure: no .server file, no database, nothing of Node.",
      severity: "error",
      from: {
        path: "^app/.*\\.tsx?$",
        pathNot: "\\.server\\.tsx?$|\\.child\\.server\\.ts$|^app/routes|^app/root\\.tsx$|^app/entry\\.",
      },
      to: { path: "\\.server\\.tsx?$|^db/(?!seed/cast)|^emails/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-files-need-no-node",
      severity: "error",
      from: { path: "^app/.*\\.tsx?$", pathNot: "\\.server\\.tsx?$|^app/routes|^app/root\\.tsx$|^app/entry\\." },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "domains-know-no-http",
      comment: "Domains throw a Refusal; http/ knows the status. (Settings of the operator are read from one file.)",
      severity: "error",
      from: { path: "^app/(?!http/|routes/|access/sides|commands/|documents/handle-|entry|root|ui/)" },
      to: {
        path: "^app/http/",
        pathNot: "^app/http/(environment|keys|log)\\.server\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "domains-know-no-remix",
      severity: "error",
      from: { path: "^app/(?!http/|routes/|routes\\.ts|access/sides|commands/|entry|root|ui/)" },
      to: { path: "node_modules/@remix-run/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-know-no-domain",
      comment: "Components of app/ui know no domain word.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/(?!ui/|values/|http/|access/(hats|actor))", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-imports-a-route",
      severity: "error",
      from: { path: "^(app|db|emails)/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "routes-ask-use-cases",
      comment: "Routes ask use cases and queries; SQL and schema are not theirs.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^db/(?!seed/cast)" },
    },
    {
      name: "letters-are-written-by-the-worker",
      comment: "react-email costs 40 MB and a second to load: only what renders letters imports it.",
      severity: "error",
      from: { pathNot: "^emails/|^app/notifications/(render|write)-letters?\\.server\\.ts$|^tests/" },
      to: { path: "node_modules/react-email/|^emails/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-door-is-in-identities",
      comment: "Tables of the schema identity are nobody's to import but migrations' and seeds'.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^db/schema/identity\\.ts$" },
    },
    {
      name: "tables-know-only-words",
      comment:
        "Tables may take the vocabulary of a domain (a new state becomes a CHECK), and nothing that acts or shows.",
      severity: "error",
      from: { path: "^db/schema/" },
      to: { path: "\\.server\\.tsx?$|^app/.*\\.tsx$|^app/(routes|ui|http)/|^db/(connections|seed|embedded)/|^emails/" },
    },
    {
      name: "the-product-knows-no-tests",
      severity: "error",
      from: { path: "^(app|db|emails)/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|node_modules/.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
