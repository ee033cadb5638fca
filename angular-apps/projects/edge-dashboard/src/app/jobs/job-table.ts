import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState, OneStop, Panel, whole } from 'shared';
import { JobsState } from '../state/jobs-state';
import { JobRow } from './job-row';

/** All jobs, newest first; older ones on demand. */
@Component({
  selector: 'app-job-table',
  imports: [EmptyState, JobRow, MatButton, OneStop, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './job-table.html',
  styleUrl: './job-table.css',
})
export class JobTable {
  protected readonly jobs = inject(JobsState);

  protected readonly command = `curl -F file=@/path/to/video.mp4 ${location.origin}/upload-video`;
  protected readonly note = computed(() => {
    const count = this.jobs.all().length;
    return count === 0 ? '' : `${whole(count)}${this.jobs.hasOlder() ? ' newest' : ''}`;
  });
}
