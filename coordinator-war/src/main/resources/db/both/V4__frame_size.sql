-- Pixels of the frame as displayed, which boxes are in; not known of frames stored before.
alter table frame add column width int;
alter table frame add column height int;
