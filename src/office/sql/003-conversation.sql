-- The rest of the conversation (DESIGN.md 2, 3 and 5): parked drafts, decisions about what is held, who moved a case and
-- why, how a device's place ended, and how far the backups have come.

-- A draft on its way: in no journal, no deadline and nobody else's view. The highest rev counts. A finished or discarded
-- draft keeps its row without the words, so that an older one that comes late does not bring them back.
create table parked (
  draft text primary key,
  rev bigint not null,
  office text not null,
  user_id text not null references account (id),
  enrol text references enrolment (id),
  lane text not null,
  rec text not null,
  type text not null,
  at text not null,
  body text,
  received_at timestamptz not null default now(),
  done_at timestamptz
);
create index parked_user on parked (user_id) where body is not null;
create index parked_lane on parked (lane) where body is not null;

-- closed: held, and a person decided to leave it so. `how` and `reason` are that person's (`by`); without, the office's own.
alter table verdict drop constraint verdict_state_check;
alter table verdict add constraint verdict_state_check check (state in ('applied', 'held', 'closed', 'erased'));
alter table verdict add column how text check (how in ('release', 'addendum', 'close'));
alter table verdict add column reason text;
create index verdict_held on verdict (lane) where state = 'held';
create index verdict_erased on verdict (id) where state = 'erased';
create index verdict_later on verdict (id) where why = 'later';

alter table access add column by text;
alter table access add column ended_by text;
alter table access add column ended_why text;
create index access_ended on access (lane, ended_at) where ended_at is not null;

alter table enrolment add column revoked_by text;
alter table enrolment add column revoked_why text;
create index enrolment_user on enrolment (user_id) where revoked_at is null and superseded_by is null;

-- How far in each receipt log two verified backups have come.
create table safe_mark (
  enrol text primary key references enrolment (id),
  rseq bigint not null
);
