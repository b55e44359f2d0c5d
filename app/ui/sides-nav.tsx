import type { Side } from "./page";
import { paths } from "./paths";
import type { TextKey } from "./text";
import { useText } from "./use-text";

interface Way {
  to: string;
  label: TextKey;
  current: boolean;
}

/** The sides of the counter open to this reader; the public shelves are left out where people work. */
export function SidesNav({ side }: { side: Side }) {
  const { t, actor, path } = useText();
  const here = path.split("?")[0] ?? path;
  const beginsWith = (start: string) => here === start || here.startsWith(`${start}/`);
  const ways: Way[] = [];
  if (side === "public" || side === "apply") {
    ways.push({ to: paths.calls(), label: "common.frame.calls", current: beginsWith("/calls") });
    ways.push({ to: paths.grantees(), label: "common.frame.grantees", current: beginsWith("/grantees") });
  }
  if (actor.signedIn) ways.push({ to: paths.apply(), label: "common.sides.apply", current: side === "apply" });
  if (actor.hats.includes("reviewer")) {
    ways.push({ to: paths.review(), label: "common.sides.review", current: side === "review" });
  }
  if (actor.hats.includes("programme_officer")) {
    ways.push({ to: paths.manage(), label: "common.sides.manage", current: side === "manage" });
  }
  return (
    <nav className="sides" aria-label={t("common.frame.main_navigation")}>
      <ul>
        {ways.map((way) => (
          <li key={way.to}>
            <a href={way.to} aria-current={way.current ? (here === way.to ? "page" : "true") : undefined}>
              {t(way.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
