-- What outlives the database (DESIGN.md 6): every row that was promised waits here until it also lies in the recovery
-- log outside. Queued inside the transaction that wrote it, so that nothing that was committed can be missed, whatever
-- the order of commits; taken away once the log is on disk.
create table unkept (
  n bigint generated always as identity primary key,
  tab text not null,
  k text[] not null
);

create function queue_unkept() returns trigger language plpgsql as $$
begin
  if tg_table_name in ('verdict') then insert into unkept (tab, k) values ('verdict', array[new.id, new.n::text]);
  elsif tg_table_name = 'receipt' then insert into unkept (tab, k) values ('receipt', array[new.enrol, new.rseq::text]);
  elsif tg_table_name = 'access' then insert into unkept (tab, k) values ('access', array[new.user_id, new.lane, new.view::text]);
  elsif tg_table_name = 'meta' then insert into unkept (tab, k) values ('meta', array[new.key]);
  elsif tg_table_name = 'parked' then insert into unkept (tab, k) values ('parked', array[new.draft]);
  elsif tg_table_name = 'erasure' then insert into unkept (tab, k) values ('erasure', array[new.entry]);
  elsif tg_table_name = 'summary' then insert into unkept (tab, k) values ('shield', array[new.lane]);
  else insert into unkept (tab, k) values (tg_table_name, array[new.id]);
  end if;
  return null;
end $$;

-- One row per entry of the ledger that was carried out here.
create table erasure (
  entry text primary key check (entry ~ '^[A-Za-z0-9_-]{22}$'),
  lane text not null,
  ids text[],
  by text not null,
  reason text not null,
  at timestamptz not null default now()
);

create trigger keep_custody after insert or update on custody for each row execute function queue_unkept();
create trigger keep_verdict after insert or update on verdict for each row execute function queue_unkept();
create trigger keep_change after insert or update on change for each row execute function queue_unkept();
create trigger keep_receipt after insert on receipt for each row execute function queue_unkept();
create trigger keep_access after insert or update on access for each row execute function queue_unkept();
create trigger keep_account after insert or update on account for each row execute function queue_unkept();
create trigger keep_parked after insert or update on parked for each row execute function queue_unkept();
create trigger keep_meta after insert or update on meta for each row execute function queue_unkept();
create trigger keep_erasure after insert on erasure for each row execute function queue_unkept();
-- Its head is counted anew from the changes; only where it belongs must be kept.
create trigger keep_lane after insert or update of office on lane for each row execute function queue_unkept();
-- Not what moves at every drop: the receipts say how far it has come.
create trigger keep_enrolment after insert or update of cookie_hash, wrapped_ct, kid, revoked_at, superseded_by, name
  on enrolment for each row execute function queue_unkept();

-- Homes whose protection the ledger says was raised, in a restored office whose records do not know it yet. They stay
-- protected until the records say so themselves.
create table protection_floor (
  lane text primary key
);

create function hold_protection() returns trigger language plpgsql as $$
begin
  if new.is_shielded then delete from protection_floor where lane = new.lane;
  elsif exists (select 1 from protection_floor where lane = new.lane) then new.is_shielded := true;
  end if;
  return new;
end $$;
create trigger hold_protection before insert or update on summary for each row execute function hold_protection();
create trigger keep_raised after insert on summary for each row when (new.is_shielded) execute function queue_unkept();
create trigger keep_protection after update on summary for each row
  when (new.is_shielded is distinct from old.is_shielded) execute function queue_unkept();

-- The only way content is destroyed. Demands the id of the ledger entry that lies on disk by then; destroys the same
-- again without harm. Gives the records that lost a write.
create function destroy_content(p_entry text, p_lane text, p_ids text[], p_by text, p_reason text) returns setof text
language plpgsql security definer set search_path from current as $$
declare
  targets text[];
  recs text[];
  photos text[] := '{}';
begin
  if p_entry is null or p_lane is null then raise exception 'an erasure needs its ledger entry' using errcode = '22004'; end if;
  insert into erasure (entry, lane, ids, by, reason) values (p_entry, p_lane, p_ids, p_by, p_reason) on conflict do nothing;
  if p_ids is null then
    select coalesce(array_agg(x.id), '{}') into targets
      from (select id from change where lane = p_lane union select id from verdict where lane = p_lane) x;
  else
    select coalesce(array_agg(x.id), '{}') into targets
      from (select unnest(p_ids) as id union select id from custody where claims = any(p_ids)) x;
  end if;
  select coalesce(array_agg(distinct rec), '{}') into recs from change where lane = p_lane and id = any(targets);

  -- Photos, where there are any: those of the case, or those that only the erased words refer to.
  if to_regclass('blob') is not null then
    execute $q$select coalesce(array_agg(b.id), '{}') from blob b where b.lane = $1
      and ($2 or exists (select 1 from change c where c.lane = $1 and c.id = any($3) and position(b.id in c.body) > 0))$q$
      into photos using p_lane, p_ids is null, targets;
  end if;
  update change set body = null, salt = null where lane = p_lane and id = any(targets) and body is not null;
  if cardinality(photos) > 0 then
    execute $q$delete from blob b where b.id = any($1)
      and not exists (select 1 from change c where c.lane = $2 and c.body is not null and position(b.id in c.body) > 0)$q$
      using photos, p_lane;
  end if;
  update custody set raw = null where id = any(targets) and raw is not null;
  insert into verdict (id, n, state, lane, by)
    select c.id, coalesce((select max(v.n) from verdict v where v.id = c.id), 0) + 1, 'erased', p_lane, p_by
    from custody c where c.id = any(targets)
      and not exists (select 1 from verdict v where v.id = c.id and v.state = 'erased');
  update parked set body = null, done_at = coalesce(done_at, now())
    where lane = p_lane and body is not null and (p_ids is null or rec = any(recs));
  delete from summary where lane = p_lane;
  delete from deadline where lane = p_lane;
  delete from link where lane = p_lane;
  if p_ids is null then
    delete from record where lane = p_lane;
    delete from link where linked_case = p_lane;
    update access set ended_at = now(), ended_by = p_by, ended_why = 'erased' where lane = p_lane and ended_at is null;
  else
    update record set regs = '{}' where lane = p_lane and id = any(recs);
  end if;
  return query select unnest(recs);
end $$;
revoke all on function destroy_content(text, text, text[], text, text) from public;
