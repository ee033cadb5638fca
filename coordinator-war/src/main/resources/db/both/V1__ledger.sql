-- Instants are milliseconds since 1970 in UTC; lists and detections are JSON.

create table job (
  job_id           varchar(36)   not null primary key,
  submitted_at     bigint        not null,
  filename         varchar(1000) not null,
  size_bytes       bigint        not null,
  status           varchar(10)   not null,
  started_at       bigint,
  completed_at     bigint,
  total_frames     bigint        not null,
  processed_frames bigint        not null,
  failed_frames    bigint        not null,
  detections_found bigint        not null,
  error            varchar(2000),
  models           varchar(20000) not null,
  sample_fps       double precision not null,
  confidence       double precision,
  classes          varchar(100000) not null,
  cancelled        boolean       not null
);
create index job_newest on job (submitted_at, job_id);

-- Which frame ids a job's frames have: the frame at first_ordinal + i has first_frame_id + i.
create sequence frame_block_number start with 1 increment by 1;
create table frame_block (
  job_id         varchar(36) not null,
  first_ordinal  bigint      not null,
  first_frame_id bigint      not null,
  primary key (job_id, first_ordinal)
);

-- One row per frame of a job that ended: completed or failed, exactly once.
create table frame (
  frame_id           bigint      not null primary key,
  job_id             varchar(36) not null,
  frame_index        bigint      not null,
  media_time_ms      bigint      not null,
  status             varchar(10) not null,
  worker_id          varchar(256) not null,
  processing_time_ms double precision not null,
  received_at        bigint      not null,
  detections         varchar(1000000) not null,
  attempts           int         not null,
  tried              varchar(100000) not null,
  found              int         not null,
  error              varchar(2000)
);
create index frame_of_job on frame (job_id, frame_id);

-- Results that belong to no job; sent again, they are replaced.
create table other_result (
  frame_id           bigint       not null primary key,
  worker_id          varchar(256) not null,
  processing_time_ms double precision not null,
  received_at        bigint       not null,
  detections         varchar(1000000) not null
);

-- Running totals, changed in the transaction that stores the result.
create table total (
  kind   varchar(10)  not null,
  name   varchar(256) not null,
  amount bigint       not null,
  primary key (kind, name)
);

create table alert (
  alert_id   bigint        not null primary key,
  raised_at  bigint        not null,
  body       varchar(1000000) not null
);
