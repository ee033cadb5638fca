import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState, Panel, whole } from 'shared';
import { JobsState } from '../state/jobs-state';
import { JobRow } from './job-row';

/** All jobs, newest first; older ones on demand. */
@Component({
  selector: 'app-job-table',
  imports: [EmptyState, JobRow, MatButton, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './job-table.html',
  styles: `
    .table-scroll {
      overflow-y: auto;
      max-height: 640px;
    }
    thead th {
      position: sticky;
      z-index: 1;
      top: 0;
      background: var(--panel);
    }
    .older {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-top: 8px;
    }
    .failed {
      color: var(--fail);
    }
  `,
})
export class JobTable {
  protected readonly jobs = inject(JobsState);

  protected readonly command = `curl -F file=@street.mp4 ${location.origin}/upload-video`;
  protected readonly note = computed(() => {
    const count = this.jobs.all().length;
    return count === 0 ? '' : `${whole(count)}${this.jobs.hasOlder() ? ' newest' : ''}`;
  });
}
