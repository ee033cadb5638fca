-- Into what frames are cut before they are inferred: as it was asked for, and as it was chosen by
-- their size. Those of before were not.
alter table job add column tiles varchar(30) default '1x1' not null;
alter table job add column tiles_taken varchar(30) default '1x1' not null;
