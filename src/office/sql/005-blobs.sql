-- Photos and scanned letters. While one is on its way its pieces lie as the phone sealed them; when it is whole each
-- piece is opened and wrapped under the server key (kid), and the sealed bytes are gone. Nothing of it is ever plain here.

create table blob (
  id text primary key,
  office text not null,
  enrol text not null,
  user_id text not null,
  state text not null default 'arriving' check (state in ('arriving', 'whole', 'held')),
  why text check (why in ('bad', 'revoked')),
  count integer not null,
  -- Sealed bytes received: what the quota of an enrolment counts until it is whole.
  received bigint not null default 0,
  -- From the manifest, as soon as it has come: the record that refers to it, which says who may read it.
  lane text,
  rec text,
  bytes bigint,
  type text,
  digest bytea,
  -- How far the enrolment's receipt log had come when it was whole: a backup that holds a later receipt holds this too.
  rseq bigint,
  created_at timestamptz not null default now(),
  whole_at timestamptz
);
create index blob_unfinished on blob (enrol) where state <> 'whole';
create index blob_record on blob (lane, rec);

-- n = -1 is the manifest. The digest is that of the sealed bytes, and stays when they are gone: a piece that comes again
-- is known again. kid is null while the phone's own seal is on. No reference to blob: a restore may bring a piece before
-- its blob, and a piece without one counts as not there.
create table blob_chunk (
  blob text not null,
  n integer not null,
  digest bytea not null,
  kid integer,
  iv bytea,
  ct bytea,
  primary key (blob, n)
);

-- Erased stays erased: a phone that still has the blob and offers it again is told so. Whoever deletes a blob, and by
-- whatever statement, takes its pieces along and leaves its id here.
create table blob_erased (
  id text primary key,
  at timestamptz not null default now()
);
create function remember_erased_blob() returns trigger language plpgsql as $$
begin
  execute format('delete from %I.blob_chunk where blob = $1', tg_table_schema) using old.id;
  execute format('insert into %I.blob_erased (id) values ($1) on conflict do nothing', tg_table_schema) using old.id;
  return old;
end
$$;
create trigger blob_erased after delete on blob for each row execute function remember_erased_blob();
