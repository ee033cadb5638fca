-- Which frames are not inferred since they show nothing new, how many those were, and of each the
-- frame that was inferred in its place and how much it differs from that. Each was before.
alter table job add column skip_still varchar(30) default 'off' not null;
alter table job add column reused_frames bigint default 0 not null;
alter table frame add column reused_from bigint;
alter table frame add column reuse_change double precision;
