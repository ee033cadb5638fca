import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock, Name, StateBadge, whole } from 'shared';
import { Job } from '../api/wire';
import { JobActions } from './job-actions';
import { JobProgress } from './job-progress';
import { framesText, jobState, paceText, remark, reusedText } from './job-view';

/** A job at work: how far it is, how fast, and for how long still, or why nothing moves. */
@Component({
  selector: 'app-running-job',
  imports: [JobActions, JobProgress, Name, RouterLink, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'data-row': '' },
  template: `
    <div class="line">
      <a [routerLink]="['/jobs', job().job_id]"><ui-name [name]="job().filename" /></a>
      <ui-state [tone]="state().tone" [label]="state().label" />
      <app-job-actions class="actions" [job]="job()" />
    </div>
    <app-job-progress [job]="job()" />
    <p class="small quiet mono">{{ words() }}</p>
    @if (remark(); as remark) {
      <p class="small remark" [class]="remark.tone">{{ remark.text }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 6px 0 8px;
      border-top: 1px solid var(--line);
    }
    .line {
      display: flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
    }
    a {
      display: flex;
      flex: 0 1 auto;
      min-width: 0;
    }
    ui-state {
      flex: none;
    }
    .actions {
      flex: none;
      margin-left: auto;
    }
    .remark {
      overflow-wrap: anywhere;
    }
    .remark.wait {
      color: var(--wait);
    }
    .remark.fail {
      color: var(--fail);
    }
    @media (max-width: 700px) {
      a {
        padding: 10px 0;
      }
    }
  `,
})
export class RunningJob {
  private readonly clock = inject(Clock);

  readonly job = input.required<Job>();

  protected readonly state = computed(() => jobState(this.job()));
  protected readonly remark = computed(() => remark(this.job()));
  protected readonly words = computed(() => {
    const job = this.job();
    const pace = paceText(job, this.clock.now());
    const frames = `${framesText(job)} frames`;
    const detections = `${whole(job.detections_found)} detections`;
    const done = [frames, reusedText(job), detections].filter((part) => part !== '').join(', ');
    return pace ? `${pace} · ${done}` : done;
  });
}
