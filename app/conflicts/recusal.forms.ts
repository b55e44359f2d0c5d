import { z } from "zod";

export const recusalReasons = ["know_the_team", "institution", "personal", "content", "other"] as const;

export const recusalForm = z.object({ reason: z.enum(recusalReasons, "choose_a_reason") });
