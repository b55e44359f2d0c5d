-- Why: an officer does not see letters to people whose proposals she is conflicted with, and so could remind such a
-- reviewer a second time within a day. She hears who was reminded, and nothing about a letter.
create function notifications.reminded_since(reviewers uuid[], since timestamptz) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform fund.must_wear('programme_officer');
  return query select distinct letters.recipient from notifications.letters
    where letters.template = 'reminder' and letters.recipient = any (reviewers) and letters.created_at > since;
end $$;
--> statement-breakpoint
revoke execute on function notifications.reminded_since(uuid[], timestamptz) from public;
--> statement-breakpoint
grant execute on function notifications.reminded_since(uuid[], timestamptz) to fund_managing;
