import type { ButtonHTMLAttributes } from "react";

export type ButtonKind = "main" | "quiet" | "danger" | "plain";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> {
  /** One `main` button a page; `danger` for what cannot be undone; `plain` looks like a link. */
  kind?: ButtonKind;
}

export function Button({ kind = "main", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={`button button-${kind}`} {...rest} />;
}
