-- Why: a reviewer with two windows open could write over her own comment, and what stood before was nowhere. Every saved
-- text stays in a history, as every score does; what stands already begins it.
CREATE TABLE "comment_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"assignment_id" uuid NOT NULL,
	"to_advisory_group" text NOT NULL,
	"to_applicant" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_history" ADD CONSTRAINT "comment_history_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_history_assignment_id_index" ON "comment_history" USING btree ("assignment_id");
--> statement-breakpoint
alter table public.comment_history enable row level security;
--> statement-breakpoint
create policy views on public.comment_history for select to fund_views using (true);
--> statement-breakpoint
create policy managing on public.comment_history for select to fund_managing
  using (assignment_id in (select id from public.assignments));
--> statement-breakpoint
create policy auditing on public.comment_history for select to fund_auditing
  using (assignment_id in (select id from public.assignments));
--> statement-breakpoint
grant select on public.comment_history to fund_managing, fund_auditing;
--> statement-breakpoint
insert into public.comment_history (assignment_id, to_advisory_group, to_applicant, version, at)
  select assignment_id, to_advisory_group, to_applicant, version, saved_at from public.reviews
  where saved_at is not null and (to_advisory_group <> '' or to_applicant <> '') order by saved_at, assignment_id;
--> statement-breakpoint
create or replace function reviewing.save_comments(packet_code text, advisory_group text, applicant text, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held uuid := reviewing.hold(packet_code);
  next_version integer;
begin
  update public.reviews set to_advisory_group = advisory_group, to_applicant = applicant, version = version + 1, saved_at = save_comments.at
    where assignment_id = held returning version into next_version;
  insert into public.comment_history (assignment_id, to_advisory_group, to_applicant, version, at)
    values (held, advisory_group, applicant, next_version, save_comments.at);
  return next_version;
end $$;
