-- What makes a receipt log one of a kind (DESIGN.md 5, `enrol/{id}`): after a restore the same arrivals in the same order
-- must not give the log the phone knew, or it would not notice that what was said of them is lost. Null: an early receipt.
alter table receipt add column salt bytea;
