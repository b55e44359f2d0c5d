const shapes = {
  check: "M3.5 8.5l3 3 6-7",
  cross: "M4 4l8 8M12 4l-8 8",
  clock: "M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z",
  info: "M8 7.5v4M8 4.6v.3M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z",
  warning: "M8 6.2v3.2M8 11.6v.2M8 2.2l6.2 11.3H1.8z",
  ring: "M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0z",
  half: "M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0zM8 3a5 5 0 0 1 0 10z",
  forward: "M6 3.5L10.5 8 6 12.5",
  down: "M3.5 6L8 10.5 12.5 6",
  file: "M9 2H4v12h8V5zM9 2v3h3",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
} as const;

export type IconName = keyof typeof shapes;

/** A small drawing beside a word that says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
