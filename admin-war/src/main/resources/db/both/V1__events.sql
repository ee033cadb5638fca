-- Instants are milliseconds since 1970 in UTC.

create table camera (
  camera_id     varchar(256)  not null primary key,
  hostname      varchar(256)  not null,
  ip_address    varchar(256)  not null,
  registered_at bigint        not null,
  last_seen     bigint        not null
);

-- The event log; numbers ascend as events arrive. counts holds a line per label: label, tab, amount.
create table detection (
  detection_id   bigint         not null primary key,
  received_at    bigint         not null,
  happened_at    bigint         not null,
  happened_nanos int            not null,
  camera_id      varchar(256)   not null,
  counts         varchar(100000) not null,
  event_id       uuid
);
create index detection_newest on detection (happened_at desc, detection_id desc);
create index detection_of_camera on detection (camera_id, happened_at desc, detection_id desc);
create unique index detection_once on detection (event_id);

-- Totals, changed in the transaction that stores the event; they outlive it.
create table total (
  kind   varchar(10)  not null,
  name   varchar(256) not null,
  amount bigint       not null,
  primary key (kind, name)
);

-- What was counted per minute and per hour, for series over time. width is in minutes.
create table bucket (
  width     int          not null,
  start_at  bigint       not null,
  camera_id varchar(256) not null,
  label     varchar(256) not null,
  amount    bigint       not null,
  primary key (width, start_at, camera_id, label)
);

create table alert (
  alert_id    bigint        not null primary key,
  received_at bigint        not null,
  body        varchar(1000000) not null,
  event_id    uuid
);
create unique index alert_once on alert (event_id);
