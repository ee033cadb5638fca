-- Frames that count in the totals and are no longer there, since their jobs were removed.
insert into total (kind, name, amount)
select 'plain', 'removed', greatest(0, amount
    - (select coalesce(sum(processed_frames), 0) from job where completed_at is not null)
    - (select count(*) from frame join job on frame.job_id = job.job_id
        where job.completed_at is null and frame.status = 'completed')
    - (select count(*) from other_result))
  from total where kind = 'plain' and name = 'frames';
