import { Badge } from "~/ui/badge";
import { Deadline } from "~/ui/deadline";
import { formatMoney } from "~/ui/formats";
import { Listing } from "~/ui/listing";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { CallInList } from "./public-calls.queries.server";

const badges = { open: "good", coming: "waiting", closed: "closed" } as const;
const words = { open: "public.calls.open", coming: "public.calls.upcoming", closed: "public.calls.closed" } as const;

/** Calls with what one has to know before reading on: until when, how much. */
export function CallListing({ calls }: { calls: CallInList[] }) {
  const { t, locale } = useText();
  const money = (minor: number, currency: string) => formatMoney(locale, { minor, currency });
  return (
    <Listing
      level={3}
      items={calls.map((call) => ({
        key: call.slug,
        title: <span lang={call.language}>{call.title}</span>,
        to: paths.call(call.slug),
        badge: <Badge kind={badges[call.phase]}>{t(words[call.phase])}</Badge>,
        about: (
          <>
            <p lang={call.language}>{call.summary}</p>
            {call.phase === "closed" ? null : (
              <Deadline
                at={call.phase === "open" ? call.closesAt : call.opensAt}
                zone={call.zone}
                kind={call.phase === "open" ? "closes" : "opens"}
              />
            )}
          </>
        ),
        facts: [
          t("public.calls.ceiling", { amount: money(call.ceilingMinor, call.currency) }),
          t("public.calls.budget", { amount: money(call.budgetMinor, call.currency) }),
        ],
      }))}
    />
  );
}
