-- What a camera said last of itself: null where it never did.
alter table camera add column state varchar(256);
alter table camera add column trouble varchar(2000);
