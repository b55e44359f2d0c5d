import type { Theme } from "../call/form";
import type { Topic } from "./topic";
import { deterrenceTopics } from "./topics-deterrence";
import { policyTopics } from "./topics-policy";
import { preventionTopics } from "./topics-prevention";
import { technologyTopics } from "./topics-technology";
import { wellbeingTopics } from "./topics-wellbeing";

export const topicsByTheme: Record<Theme, Topic[]> = {
  deterrence: [...deterrenceTopics, ...preventionTopics],
  technology: technologyTopics,
  wellbeing: wellbeingTopics,
  policy: policyTopics,
};
