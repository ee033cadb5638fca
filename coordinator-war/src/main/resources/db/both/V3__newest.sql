-- H2 reads no index backwards: what is listed newest first wants one that descends.
create index frame_newest on frame (frame_id desc);
drop index job_newest;
create index job_newest on job (submitted_at desc, job_id desc);
