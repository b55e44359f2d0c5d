import { z } from "zod";
import { commentOutcomes } from "./comment.rules";

export const commentVerdictForm = z.object({
  outcome: z.enum(commentOutcomes, "choose_an_outcome"),
  because: z.string().trim().min(1, "reason_is_missing").max(2000, "text_is_too_long"),
});
