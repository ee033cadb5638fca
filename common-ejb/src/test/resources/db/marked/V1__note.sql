create table note (
  n bigint not null
);
create table commit_mark (
  mark varchar(36) not null
);
insert into commit_mark (mark) values ('none');
