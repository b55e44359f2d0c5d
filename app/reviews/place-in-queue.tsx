import type { Place } from "~/assignments/place";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

/** Where one is in the queue, with the way on. */
export function PlaceInQueue({ place }: { place: Place }) {
  const { t } = useText();
  return (
    <nav className="place-in-queue" aria-label={t("review.packet.back")}>
      {place.previous ? (
        <a rel="prev" href={paths.packet(place.previous)}>
          {t("review.packet.previous")}
        </a>
      ) : null}
      <span className="numbers">{t("review.packet.position", { number: place.number, total: place.total })}</span>
      {place.next ? (
        <a rel="next" href={paths.packet(place.next)}>
          {t("review.packet.next")}
        </a>
      ) : null}
    </nav>
  );
}
