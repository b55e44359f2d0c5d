CREATE SCHEMA "access";
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "notifications";
--> statement-breakpoint
CREATE TABLE "access"."attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."one_time_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hats" text[] DEFAULT '{}' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a hat is one of the fund" CHECK (hats <@ array['reviewer','programme_officer','finance_officer','auditor'])
);
--> statement-breakpoint
CREATE TABLE "access"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "advisory_memberships" (
	"call_id" uuid NOT NULL,
	"person" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"invited_by" uuid NOT NULL,
	"agreed_at" timestamp with time zone,
	"agreement" text,
	CONSTRAINT "advisory_memberships_call_id_person_pk" PRIMARY KEY("call_id","person")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"reviewer" uuid NOT NULL,
	"pseudonym" text NOT NULL,
	"salt" text NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"assigned_by" uuid NOT NULL,
	"recused_at" timestamp with time zone,
	"recused_because" text,
	CONSTRAINT "a reviewer reviews a packet once" UNIQUE("packet_id","reviewer"),
	CONSTRAINT "a pseudonym is used once for a packet" UNIQUE("packet_id","pseudonym"),
	CONSTRAINT "an assignment has a state" CHECK ("state" in ('assigned', 'locked', 'recused', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "audit"."chain" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "an event is sealed once" UNIQUE("event_id"),
	CONSTRAINT "the chain does not fork" UNIQUE("previous_hash")
);
--> statement-breakpoint
CREATE TABLE "audit"."events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit"."events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor" uuid,
	"hat" text NOT NULL,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."heads" (
	"day" date PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."unsealed" (
	"event_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announced_grantees" (
	"award_id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"theme" text,
	"institution_name" text NOT NULL,
	"institution_country" text NOT NULL,
	"institution_ror" text,
	"requested_minor" bigint
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"proposal_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"months" integer NOT NULL,
	"starts_on" date NOT NULL,
	"awarded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "an award has a reference of its own" UNIQUE("reference"),
	CONSTRAINT "a proposal is awarded once" UNIQUE("proposal_id")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"floor_minor" bigint NOT NULL,
	"ceiling_minor" bigint NOT NULL,
	"budget_minor" bigint NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"grace_minutes" integer DEFAULT 10 NOT NULL,
	"scoring_closes_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"languages" text[] NOT NULL,
	"themes" text[] NOT NULL,
	"form" jsonb NOT NULL,
	"rubric" jsonb NOT NULL,
	"texts" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a call has an address of its own" UNIQUE("slug"),
	CONSTRAINT "a call opens before it closes" CHECK ("calls"."opens_at" < "calls"."closes_at"),
	CONSTRAINT "a call has a kind" CHECK ("calls"."kind" in ('open', 'invited', 'thematic')),
	CONSTRAINT "a call has a state" CHECK ("calls"."state" in ('preparing', 'published', 'closed')),
	CONSTRAINT "amounts of a call are in order" CHECK (0 <= "calls"."floor_minor" and "calls"."floor_minor" <= "calls"."ceiling_minor")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conflicts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal_id" uuid NOT NULL,
	"person" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"settled_because" text,
	CONSTRAINT "a conflict is named once" UNIQUE("proposal_id","person","kind"),
	CONSTRAINT "a conflict has a state" CHECK ("conflicts"."state" in ('proposed', 'confirmed', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"announced_by" uuid NOT NULL,
	"announced_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"amount_minor" bigint,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a decision has an outcome" CHECK ("decisions"."outcome" in ('award', 'reserve', 'decline')),
	CONSTRAINT "only an award has an amount" CHECK (("decisions"."outcome" = 'award') = ("decisions"."amount_minor" is not null))
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	CONSTRAINT "two officers release" CHECK ("releases"."released_by" is null or "releases"."released_by" <> "releases"."prepared_by"),
	CONSTRAINT "a release has its officer" CHECK (("releases"."released_by" is null) = ("releases"."released_at" is null))
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"uploader" uuid NOT NULL,
	"storage_key" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"pages" integer,
	"refused_because" text,
	"uploaded_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "a stored file belongs to one document" UNIQUE("storage_key"),
	CONSTRAINT "a document has a state" CHECK ("documents"."state" in ('stored', 'cleared', 'refused', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "eligibility_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "eligibility_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "an eligibility check has an outcome" CHECK ("eligibility_decisions"."outcome" in ('eligible', 'ineligible', 'reinstated'))
);
--> statement-breakpoint
CREATE TABLE "packets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"content" jsonb NOT NULL,
	"documents" jsonb NOT NULL,
	"hash" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_by" uuid NOT NULL,
	CONSTRAINT "a proposal has one blind packet" UNIQUE("proposal_id"),
	CONSTRAINT "a packet has a code of its own" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "identity"."affiliations" (
	"person" uuid NOT NULL,
	"institution" uuid NOT NULL,
	"since" date,
	"until" date,
	CONSTRAINT "affiliations_person_institution_pk" PRIMARY KEY("person","institution")
);
--> statement-breakpoint
CREATE TABLE "identity"."disclosures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."disclosures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"viewer" uuid,
	"side" text NOT NULL,
	"refs" uuid[] NOT NULL,
	"because" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."document_names" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."hosts" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"normalised_name" text NOT NULL,
	"ror" text,
	"country" text NOT NULL,
	"sector" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."answer_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."answer_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"author" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kept" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."answers" (
	"proposal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"author" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_proposal_id_question_pk" PRIMARY KEY("proposal_id","question")
);
--> statement-breakpoint
CREATE TABLE "identity"."versions" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."institutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"normalised_name" text NOT NULL,
	"ror" text,
	"country" text,
	"sector" text,
	CONSTRAINT "a ROR id names one institution" UNIQUE("ror")
);
--> statement-breakpoint
CREATE TABLE "identity"."persons" (
	"ref" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"password_hash" text,
	"country" text,
	"institution" uuid
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"dissent" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a recommendation has an outcome" CHECK ("recommendations"."outcome" in ('award', 'reserve', 'decline'))
);
--> statement-breakpoint
CREATE TABLE "notifications"."letters" (
	"key" text PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"recipient" uuid NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"data" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"send_after" timestamp with time zone,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"subject" text,
	"html" text,
	"body_text" text,
	"message_id" text,
	"rendered_at" timestamp with time zone,
	"sending_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a letter has a state" CHECK ("state" in ('queued', 'sending', 'uncertain', 'failed', 'kept', 'sent')),
	CONSTRAINT "a letter has a template" CHECK ("template" in ('verify_address', 'reset_password', 'submission_receipt', 'withdrawal_confirmed', 'decision_award', 'decision_reserve', 'decision_decline', 'invitation_reviewer', 'assignment', 'reminder', 'officer_invitation')),
	CONSTRAINT "a sent letter has its instant" CHECK ("notifications"."letters"."state" <> 'sent' or "notifications"."letters"."sent_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "answer_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answer_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"author" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kept" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_saves" (
	"save_id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"proposal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"author" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_proposal_id_question_pk" PRIMARY KEY("proposal_id","question")
);
--> statement-breakpoint
CREATE TABLE "proposal_members" (
	"proposal_id" uuid NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "proposal_members_proposal_id_person_pk" PRIMARY KEY("proposal_id","person"),
	CONSTRAINT "a member has a role" CHECK ("proposal_members"."role" in ('principal_investigator', 'editor', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"blind" jsonb NOT NULL,
	"documents" jsonb NOT NULL,
	"salt" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"theme" text,
	"requested_minor" bigint,
	"months" integer,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"version_number" integer DEFAULT 0 NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_because" text,
	CONSTRAINT "a proposal has a state" CHECK ("state" in ('draft', 'submitted', 'ineligible', 'eligible', 'in_review', 'awarded', 'reserved', 'declined', 'withdrawn', 'abandoned')),
	CONSTRAINT "a submitted proposal has its instant" CHECK ("proposals"."version_number" = 0 or "proposals"."submitted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"reference" text PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"instant" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"audit_head" jsonb,
	CONSTRAINT "a version has one receipt" UNIQUE("version_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"to_advisory_group" text DEFAULT '' NOT NULL,
	"to_applicant" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone,
	"locked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "score_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "score_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"assignment_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"value" integer,
	"unable_because" text,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"assignment_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"value" integer,
	"unable_because" text,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "scores_assignment_id_criterion_pk" PRIMARY KEY("assignment_id","criterion"),
	CONSTRAINT "a score is a value or a reason" CHECK (("scores"."value" is null) <> ("scores"."unable_because" is null))
);
--> statement-breakpoint
ALTER TABLE "access"."one_time_links" ADD CONSTRAINT "one_time_links_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "access"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "access"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_memberships" ADD CONSTRAINT "advisory_memberships_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_memberships" ADD CONSTRAINT "advisory_memberships_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "access"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_packet_id_packets_id_fk" FOREIGN KEY ("packet_id") REFERENCES "public"."packets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_reviewer_people_id_fk" FOREIGN KEY ("reviewer") REFERENCES "access"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announced_grantees" ADD CONSTRAINT "announced_grantees_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announced_grantees" ADD CONSTRAINT "announced_grantees_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "access"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_call_id_releases_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."releases"("call_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_decisions" ADD CONSTRAINT "eligibility_decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."affiliations" ADD CONSTRAINT "affiliations_person_persons_ref_fk" FOREIGN KEY ("person") REFERENCES "identity"."persons"("ref") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."affiliations" ADD CONSTRAINT "affiliations_institution_institutions_id_fk" FOREIGN KEY ("institution") REFERENCES "identity"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."document_names" ADD CONSTRAINT "document_names_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."hosts" ADD CONSTRAINT "hosts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."answer_history" ADD CONSTRAINT "answer_history_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."answers" ADD CONSTRAINT "answers_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."versions" ADD CONSTRAINT "versions_version_id_proposal_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."proposal_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."persons" ADD CONSTRAINT "persons_ref_people_id_fk" FOREIGN KEY ("ref") REFERENCES "access"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."persons" ADD CONSTRAINT "persons_institution_institutions_id_fk" FOREIGN KEY ("institution") REFERENCES "identity"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications"."letters" ADD CONSTRAINT "letters_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "audit"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_history" ADD CONSTRAINT "answer_history_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_saves" ADD CONSTRAINT "answer_saves_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_members" ADD CONSTRAINT "proposal_members_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_members" ADD CONSTRAINT "proposal_members_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "access"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_version_id_proposal_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."proposal_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "access"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "advisory_memberships_person_index" ON "advisory_memberships" USING btree ("person");--> statement-breakpoint
CREATE INDEX "assignments_reviewer_index" ON "assignments" USING btree ("reviewer");--> statement-breakpoint
CREATE INDEX "assignments_call_id_index" ON "assignments" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "assignments_proposal_id_index" ON "assignments" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "events_subject_kind_subject_id_index" ON "audit"."events" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "events_actor_index" ON "audit"."events" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "awards_call_id_index" ON "awards" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "conflicts_person_index" ON "conflicts" USING btree ("person");--> statement-breakpoint
CREATE INDEX "decisions_call_id_index" ON "decisions" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "documents_proposal_id_index" ON "documents" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "eligibility_decisions_proposal_id_index" ON "eligibility_decisions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "answer_history_proposal_id_question_version_index" ON "identity"."answer_history" USING btree ("proposal_id","question","version");--> statement-breakpoint
CREATE INDEX "institutions_normalised_name_index" ON "identity"."institutions" USING btree ("normalised_name");--> statement-breakpoint
CREATE UNIQUE INDEX "an address belongs to one account" ON "identity"."persons" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "letters_due" ON "notifications"."letters" USING btree ("next_attempt_at") WHERE state in ('queued', 'uncertain');--> statement-breakpoint
CREATE INDEX "letters_under_way" ON "notifications"."letters" USING btree ("key") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "letters_created_at_index" ON "notifications"."letters" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "letters_recipient_index" ON "notifications"."letters" USING btree ("recipient");--> statement-breakpoint
CREATE INDEX "answer_history_proposal_id_question_version_index" ON "answer_history" USING btree ("proposal_id","question","version");--> statement-breakpoint
CREATE INDEX "proposal_members_person_index" ON "proposal_members" USING btree ("person");--> statement-breakpoint
CREATE INDEX "proposal_versions_proposal_id_number_index" ON "proposal_versions" USING btree ("proposal_id","number");--> statement-breakpoint
CREATE INDEX "proposals_call_id_state_index" ON "proposals" USING btree ("call_id","state");--> statement-breakpoint
CREATE INDEX "proposals_call_id_submitted_at_index" ON "proposals" USING btree ("call_id","submitted_at");--> statement-breakpoint
CREATE INDEX "receipts_proposal_id_index" ON "receipts" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "score_history_assignment_id_criterion_index" ON "score_history" USING btree ("assignment_id","criterion");