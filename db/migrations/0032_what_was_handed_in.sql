-- Why: whoever goes on writing after a submission could read nowhere what counts. Its team reads each version as it was
-- handed in, the identity part through the door.
create function identity.my_version(version uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog as $$
  select versions.answers from identity.versions join public.proposal_versions handed on handed.id = versions.version_id
  where versions.version_id = my_version.version and handed.proposal_id in (select fund.my_proposals())
$$;
--> statement-breakpoint
revoke execute on function identity.my_version(uuid) from public;
--> statement-breakpoint
grant execute on function identity.my_version(uuid) to fund_applying;
