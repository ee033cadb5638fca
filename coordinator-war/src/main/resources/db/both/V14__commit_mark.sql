-- What the last group that was committed is known by: one that is tried again finds it there.
create table commit_mark (
  mark varchar(36) not null
);
insert into commit_mark (mark) values ('none');
