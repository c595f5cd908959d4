-- A home whose address is strictly protected is known without reading its summary: a summary may hold characters that
-- SQL cannot look into.
alter table summary add column is_shielded boolean not null default false;
