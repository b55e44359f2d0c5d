-- Why: text posted without a session is kept by the side that knows sessions, and by no other.
grant select, insert, delete on access.kept_texts to fund_sessions;
