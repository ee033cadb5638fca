import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock, Name, RelativeTime, StateBadge, WholePipe, bytes, duration } from 'shared';
import { Job } from '../api/wire';
import { JobActions } from './job-actions';
import { JobProgress } from './job-progress';
import { doneText, jobSeconds, jobState, lostText, paceText, remark, reusedText } from './job-view';

/** One job as a row of the table; a card where there is no room for a row. */
@Component({
  selector: 'tr[app-job-row]',
  imports: [JobActions, JobProgress, Name, RelativeTime, RouterLink, StateBadge, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <th scope="row">
      <a [routerLink]="['/jobs', job().job_id]"><ui-name [name]="job().filename" /></a>
      <span class="mono quiet small what"
        ><ui-name class="id" [name]="job().job_id" /><span class="size">{{ size() }}</span></span
      >
    </th>
    <td class="state"><ui-state [tone]="state().tone" [label]="state().label" /></td>
    <td class="progress whole">
      <app-job-progress class="small" [job]="job()" />
      @if (pace()) {
        <span class="mono quiet pace">{{ pace() }}</span>
      }
      @if (remark(); as remark) {
        <span class="remark" [class]="remark.tone" [title]="remark.text">{{ remark.text }}</span>
      }
    </td>
    <td class="n frames" data-label="Frames">
      {{ done() }}
      @if (lost()) {
        <span class="lost">{{ lost() }}</span>
      }
      @if (reused()) {
        <span class="quiet lost">{{ reused() }}</span>
      }
    </td>
    <td class="n detections" data-label="Detections">{{ job().detections_found | whole }}</td>
    <td class="n took" data-label="Took">{{ took() }}</td>
    <td class="submitted" data-label="Submitted"><ui-ago [at]="job().submitted_at" /></td>
    <td class="actions"><app-job-actions [job]="job()" /></td>
  `,
  styleUrl: './job-row.css',
})
export class JobRow {
  private readonly clock = inject(Clock);

  readonly job = input.required<Job>();

  protected readonly state = computed(() => jobState(this.job()));
  protected readonly done = computed(() => doneText(this.job()));
  protected readonly lost = computed(() => lostText(this.job()));
  protected readonly reused = computed(() => reusedText(this.job()));
  protected readonly remark = computed(() => remark(this.job()));
  protected readonly size = computed(() => bytes(this.job().size_bytes));
  protected readonly pace = computed(() =>
    this.job().status === 'processing' ? paceText(this.job(), this.clock.now()) : '',
  );
  protected readonly took = computed(() => {
    const seconds = jobSeconds(this.job(), this.clock.now());
    return duration(seconds !== null && seconds >= 10 ? Math.floor(seconds) : seconds);
  });
}
