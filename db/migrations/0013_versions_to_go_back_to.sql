-- Why: who writes can go back to an earlier text, also of the identity part, whose history only the door may read.
create function identity.my_history(proposal uuid, asked text)
  returns table (id bigint, words text, author uuid, at timestamptz, kept text)
  language sql stable security definer set search_path = pg_catalog as $$
  select history.id, history.text, history.author, history.at, history.kept from identity.answer_history history
  where history.proposal_id = my_history.proposal and history.question = my_history.asked
    and my_history.proposal in (select fund.my_proposals())
$$;
--> statement-breakpoint
revoke execute on function identity.my_history(uuid, text) from public;
--> statement-breakpoint
grant execute on function identity.my_history(uuid, text) to fund_applying;
