import { z } from "zod";

const email = z
  .string()
  .trim()
  .min(1, "email_is_missing")
  .max(254, "email_is_too_long")
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "email_is_not_an_address");
const newPassword = z.string().min(10, "password_is_too_short").max(200, "password_is_too_long");

export const signInForm = z.object({
  email,
  password: z.string().min(1, "password_is_missing").max(200, "password_is_too_long"),
});

export const signUpForm = z.object({
  name: z.string().trim().min(1, "name_is_missing").max(200, "name_is_too_long"),
  email,
  password: newPassword,
});

export const emailForm = z.object({ email });

export const newPasswordForm = z.object({ token: z.string().min(1, "link_does_not_work"), password: newPassword });

export const tokenForm = z.object({ token: z.string().min(1, "link_does_not_work") });
