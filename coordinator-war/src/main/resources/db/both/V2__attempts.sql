-- Each attempt at a frame, as JSON: worker, start, end, outcome.
alter table frame add column attempt_log varchar(100000) default '[]' not null;

-- Frames taken from the video; at the end completed and failed ones together.
alter table job add column submitted_frames bigint default 0 not null;
update job set submitted_frames = total_frames where completed_at is not null;
