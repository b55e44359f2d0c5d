-- Why: an invitation made whoever has an account choose a new password, which ended her sessions and proved nothing. The
-- link is for those who have none, or never proved their address; the others sign in. Says whether the link was offered.
drop function access.offer_invitation(uuid, text, timestamptz);
--> statement-breakpoint
create function access.offer_invitation(invited uuid, link_hash text, valid_until timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform fund.must_wear('programme_officer');
  if exists (select from identity.persons
      where ref = invited and password_hash is not null and email_verified_at is not null) then
    return false;
  end if;
  insert into access.one_time_links (hash, person, purpose, expires_at) values (link_hash, invited, 'invitation', valid_until);
  return true;
end $$;
--> statement-breakpoint
revoke execute on function access.offer_invitation from public;
--> statement-breakpoint
grant execute on function access.offer_invitation to fund_managing;
