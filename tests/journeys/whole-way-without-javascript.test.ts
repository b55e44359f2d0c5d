import { it } from "vitest";
import { walkTheWholeWay } from "./steps/the-whole-way";

it("takes one proposal all the way, with JavaScript off", () => walkTheWholeWay({ javaScript: false }));
