-- What a node said instead of an instant; when somebody said that an alert was seen.
alter table detection add column reported_timestamp varchar(200);
alter table alert add column acknowledged_at bigint;
