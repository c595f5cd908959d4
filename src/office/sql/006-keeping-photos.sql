-- Photos are promised like words (004-keeping.sql): a piece once it lies under the server key, the rest as it comes.
create function queue_unkept_piece() returns trigger language plpgsql as $$
begin
  insert into unkept (tab, k) values ('blob_chunk', array[new.blob, new.n::text]);
  return null;
end $$;
create trigger keep_blob after insert or update on blob for each row when (new.state <> 'arriving') execute function queue_unkept();
create trigger keep_blob_chunk after insert or update on blob_chunk for each row
  when (new.kid is not null or new.n = -1) execute function queue_unkept_piece();
create trigger keep_blob_erased after insert on blob_erased for each row execute function queue_unkept();
