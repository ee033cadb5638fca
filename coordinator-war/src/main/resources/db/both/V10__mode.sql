-- Whether workers get pieces of the video or pictures, and why pictures. Null before it is known.
alter table job add column mode varchar(10);
alter table job add column mode_reason varchar(2000);
update job
  set mode = 'frames', mode_reason = 'It was done before videos were cut into pieces.'
  where completed_at is not null;
