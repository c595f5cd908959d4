-- The office's tables (DESIGN.md 6). PostgreSQL 15 syntax or older. Names are never sorted here.
-- What people wrote is kept as json or text, not jsonb: jsonb refuses \u0000 and lone surrogates, and would turn a
-- worker's words into a failed transaction.

create table meta (
  key text primary key,
  value json not null
);

create table account (
  id text primary key,
  office text not null,
  account text not null unique,
  roles text[] not null,
  kdf json not null,
  salt bytea not null,
  hash bytea not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table lane (
  id text primary key,
  office text not null,
  kind text not null check (kind in ('case', 'inquiry', 'office', 'user')),
  head bigint not null default 0,
  head_hash text not null,
  created_at timestamptz not null default now()
);

-- One gapless log per lane. Body and salt are destroyed by an erasure; the hash stays.
create table change (
  lane text not null references lane (id),
  seq bigint not null check (seq > 0),
  id text not null unique,
  rec text not null,
  kind text not null,
  actor text not null,
  enrol text,
  at text not null,
  received_at timestamptz not null default now(),
  schema integer not null,
  salt bytea,
  body text,
  hash text not null,
  primary key (lane, seq)
);
create index change_rec on change (lane, rec);

create table record (
  lane text not null references lane (id),
  id text not null,
  type text not null,
  root text,
  seq bigint not null,
  regs json not null,
  frozen_seq bigint,
  frozen_by text,
  frozen_at text,
  primary key (lane, id)
);
create index record_root on record (lane, root);
create index record_seq on record (lane, seq);

-- Immutable: what arrived, from whom, before anybody judged it. claims = the id a clash came with.
create table custody (
  id text primary key,
  office text not null,
  enrol text,
  user_id text not null,
  digest bytea not null,
  raw bytea,
  claims text,
  received_at timestamptz not null default now()
);
create unique index custody_claims on custody (claims, user_id, digest) where claims is not null;

-- Insert-only: the highest n counts.
create table verdict (
  id text not null references custody (id),
  n integer not null,
  state text not null check (state in ('applied', 'held', 'erased')),
  lane text,
  seq bigint,
  why text,
  by text,
  at timestamptz not null default now(),
  primary key (id, n)
);
create index verdict_awaits on verdict (lane) where why = 'awaits';

create table enrolment (
  id text primary key,
  office text not null,
  user_id text not null references account (id),
  name text not null,
  kind text not null default 'own' check (kind in ('own', 'shared')),
  kid integer not null,
  wrapped_iv bytea not null,
  wrapped_ct bytea not null,
  cookie_hash bytea not null,
  rseq bigint not null default 0,
  rhash text not null,
  bad_bytes bigint not null default 0,
  left_count integer,
  left_oldest text,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  revoked_at timestamptz,
  superseded_by text
);

-- The office's own gapless log of what each enrolment delivered.
create table receipt (
  enrol text not null references enrolment (id),
  rseq bigint not null,
  id text not null references custody (id),
  hash text not null,
  primary key (enrol, rseq)
);
create index receipt_id on receipt (id);

-- Each change of rights is a row; view rises with it, and a device with another view takes the lane afresh.
create table access (
  office text not null,
  user_id text not null references account (id),
  lane text not null,
  view integer not null,
  role text not null check (role in ('worker', 'coordinator', 'named')),
  since timestamptz not null default now(),
  until timestamptz,
  ended_at timestamptz,
  reason text,
  primary key (user_id, lane, view)
);
create unique index access_standing on access (user_id, lane) where ended_at is null;
create index access_lane on access (lane) where ended_at is null;

create table ticket (
  hash bytea primary key,
  user_id text not null references account (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  hash bytea primary key,
  user_id text not null references account (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz
);

create unlogged table nonce (
  enrol text not null,
  nonce text not null,
  at timestamptz not null default now(),
  primary key (enrol, nonce)
);

create table access_event (
  n bigint generated always as identity primary key,
  office text not null,
  at timestamptz not null default now(),
  user_id text not null,
  enrol text,
  lane text not null,
  what text not null,
  hash text
);
create index access_event_lane on access_event (lane, n);

create table summary (
  lane text primary key references lane (id),
  office text not null,
  seq bigint not null,
  body json not null
);

-- Which case a notice is linked to, kept beside the records so that a matter is found without looking into them.
create table link (
  lane text primary key references lane (id),
  linked_case text not null
);
create index link_case on link (linked_case);

create table deadline (
  lane text not null references lane (id),
  id text not null,
  office text not null,
  rule text not null,
  basis text not null,
  due text not null,
  seq bigint not null,
  body json not null,
  primary key (lane, id)
);
create index deadline_due on deadline (office, due);
