-- Why: a second click on the agreement changed nothing and was still written down as a second agreement. The function now
-- says whether this click was the one, decided under the lock of the row, so that of two clicks at once only one is.
drop function reviewing.agree(uuid, text, timestamptz);
--> statement-breakpoint
create function reviewing.agree(call uuid, agreement_version text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  agreed timestamptz;
begin
  select memberships.agreed_at into agreed from public.advisory_memberships memberships
    where memberships.call_id = call and memberships.person = fund.person_at_work() and fund.wears('reviewer') for update;
  if not found then raise exception using errcode = 'FU404', message = 'not_found'; end if;
  if agreed is not null then return false; end if;
  update public.advisory_memberships memberships set agreed_at = at, agreement = agreement_version
    where memberships.call_id = call and memberships.person = fund.person_at_work();
  return true;
end $$;
--> statement-breakpoint
revoke execute on function reviewing.agree(uuid, text, timestamptz) from public;
--> statement-breakpoint
grant execute on function reviewing.agree(uuid, text, timestamptz) to fund_reviewing;
