-- The model of each job, which a job of before has once it is taken up; the models there are, and
-- the one that the pool was switched to.
alter table job add column model_name varchar(128);
alter table job add column model_sha256 varchar(64);
create table model (
  sha256 varchar(64) primary key,
  name varchar(128) not null,
  origin varchar(16) not null,
  bytes bigint not null,
  added_at bigint,
  classes character large object not null,
  input_width int not null,
  input_height int not null,
  licence varchar(2000),
  source varchar(2000),
  confidence double precision not null
);
create table pool_model (
  only_row int primary key,
  name varchar(128) not null,
  sha256 varchar(64) not null,
  bundled boolean not null
);
