-- How far a lane's summary and deadlines have been derived. A drop derives each lane once, after its last change; one
-- that is behind its head when the office starts, or at its hourly look, was cut short and is derived then.
alter table lane add column derived bigint not null default 0;
update lane set derived = head;

-- What a phone asks for at each sync: its own changes of a lane from its place on.
create index change_enrol on change (enrol, lane, seq);
