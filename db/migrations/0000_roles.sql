-- Why: roles belong to the whole cluster, not to one database, so they are made here once and found again by every other database.
-- Each side of the counter has a login; fund_views owns the views that stand between a side and the tables.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['fund_public', 'fund_sessions', 'fund_applying', 'fund_reviewing', 'fund_managing',
                                'fund_finance', 'fund_auditing', 'fund_delivery', 'fund_views']
  loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin noinherit', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    -- The owner may act for a side only where one login serves all sides (a single DATABASE_URL).
    begin
      if not pg_has_role(current_user, wanted, 'member') or current_setting('server_version_num')::int >= 160000 then
        if current_setting('server_version_num')::int >= 160000 then
          execute format('grant %I to current_user with set true, inherit false', wanted);
        else
          execute format('grant %I to current_user', wanted);
        end if;
      end if;
    exception when unique_violation or sqlstate 'XX000' then
      null;
    end;
  end loop;
end
$$;
