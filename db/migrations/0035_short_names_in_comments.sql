-- Why: a reviewer called Kim, Roy or Lee was not told that her comment names her, nor one who wrote "at UCL" or only Pierre
-- of Jean-Pierre. What is short may be a word, too: it counts where it has a capital, an acronym where it is written as one.
create or replace function reviewing.names_me(words text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  with me as (
    select persons.name collate "und-x-icu" as name, persons.email, institutions.name collate "und-x-icu" as institution
    from identity.persons left join identity.institutions on institutions.id = persons.institution
    where persons.ref = fund.person_at_work() and fund.wears('reviewer')
  ), pieces (piece) as (
    select regexp_split_to_table(me.name, '[^[:alnum:]]+') from me
  ), telling (part, as_written) as (
    select part, false from me cross join regexp_split_to_table(me.name, '[[:space:]]+') as parts (part) where length(part) >= 4
    union select piece, false from pieces where length(piece) >= 4
    union select unnest(array[me.name, me.email, me.institution]), false from me
    -- In a script without capitals nothing tells a short name from a word.
    union select unnest(array[initcap(piece), upper(piece)]), true from pieces
      where length(piece) = 3 and upper(piece) <> lower(piece)
    union select string_agg(left(word, 1), '' order by place), true
      from me cross join regexp_split_to_table(me.institution, '[[:space:],.]+') with ordinality as parts (word, place)
      where word ~ '^[[:upper:]]' having count(*) >= 3
    union select acronym[1], true from me cross join regexp_matches(me.institution, '\(([[:upper:]]{3,})\)', 'g') as found (acronym)
  ), sought (pattern, as_written) as (
    select '(^|[^[:alnum:]])' || regexp_replace(part, '([^[:alnum:][:space:]])', '\\\1', 'g') || '($|[^[:alnum:]])', as_written
    from telling where part <> ''
  )
  select exists (select from sought where case when as_written
    then names_me.words collate "und-x-icu" ~ pattern else names_me.words collate "und-x-icu" ~* pattern end) $$;
