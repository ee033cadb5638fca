import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock, RelativeTime, StateBadge, WholePipe, duration } from 'shared';
import { Job } from '../api/wire';
import { JobActions } from './job-actions';
import { JobProgress } from './job-progress';
import { framesText, jobSeconds, jobState, paceText } from './job-view';

/** One job as a row of the table; a card where there is no room for a row. */
@Component({
  selector: 'tr[app-job-row]',
  imports: [JobActions, JobProgress, RelativeTime, RouterLink, StateBadge, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <th scope="row">
      <a [routerLink]="['/jobs', job().job_id]">{{ job().filename }}</a>
    </th>
    <td class="state"><ui-state [tone]="state().tone" [label]="state().label" /></td>
    <td class="progress whole">
      <app-job-progress class="small" [job]="job()" />
      @if (pace()) {
        <span class="mono quiet pace">{{ pace() }}</span>
      }
      @if (job().error && !job().cancelled) {
        <span class="error">{{ job().error }}</span>
      }
      @if (job().warning) {
        <span class="error warning">{{ job().warning }}</span>
      }
    </td>
    <td class="n" data-label="Frames">{{ frames() }}</td>
    <td class="n" data-label="Detections">{{ job().detections_found | whole }}</td>
    <td class="n" data-label="Took">{{ took() }}</td>
    <td data-label="Submitted"><ui-ago [at]="job().submitted_at" /></td>
    <td class="actions"><app-job-actions [job]="job()" /></td>
  `,
  styleUrl: './job-row.css',
})
export class JobRow {
  private readonly clock = inject(Clock);

  readonly job = input.required<Job>();

  protected readonly state = computed(() => jobState(this.job()));
  protected readonly frames = computed(() => framesText(this.job()));
  protected readonly pace = computed(() =>
    this.job().status === 'processing' ? paceText(this.job(), this.clock.now()) : '',
  );
  protected readonly took = computed(() => {
    const seconds = jobSeconds(this.job(), this.clock.now());
    return duration(seconds !== null && seconds >= 10 ? Math.floor(seconds) : seconds);
  });
}
