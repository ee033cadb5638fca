-- What was wrong or left out although the job completed, which stood in error before.
alter table job add column warning varchar(2000);
update job set warning = error, error = null where status = 'completed';
