CREATE TABLE "access"."kept_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"issued_to" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "kept_texts_issued_to_index" ON "access"."kept_texts" USING btree ("issued_to");--> statement-breakpoint
CREATE INDEX "kept_texts_expires_at_index" ON "access"."kept_texts" USING btree ("expires_at");