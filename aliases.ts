import { fileURLToPath } from "node:url";

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const aliases = {
  "~": folder("./app"),
  "#db": folder("./db"),
  "#emails": folder("./emails"),
  "#tests": folder("./tests"),
};
