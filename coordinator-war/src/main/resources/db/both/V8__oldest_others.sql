-- The oldest of the results without a job go: found without reading all of them.
create index other_result_oldest on other_result (received_at, frame_id);
