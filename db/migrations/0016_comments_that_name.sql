-- Why: applicants read comments as they were written. A reviewer who signed one, or named her own institution, is told so
-- before she locks it. The words themselves stay behind the veil: she hears yes or no, about herself alone.
create function reviewing.names_me(words text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from identity.persons
      left join identity.institutions on institutions.id = persons.institution
      cross join lateral (
        select part from regexp_split_to_table(persons.name, '[[:space:]]+') as parts (part) where length(part) >= 4
        union select persons.name union select persons.email union select institutions.name
      ) telling
    where persons.ref = fund.person_at_work() and fund.wears('reviewer') and telling.part <> ''
      and names_me.words ~* ('(^|[^[:alnum:]])' || regexp_replace(telling.part, '([^[:alnum:][:space:]])', '\\\1', 'g')
        || '($|[^[:alnum:]])')) $$;
--> statement-breakpoint
revoke execute on function reviewing.names_me(text) from public;
--> statement-breakpoint
grant execute on function reviewing.names_me(text) to fund_reviewing;
