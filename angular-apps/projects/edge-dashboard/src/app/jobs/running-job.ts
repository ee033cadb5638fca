import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock, StateBadge, whole } from 'shared';
import { Job } from '../api/wire';
import { JobActions } from './job-actions';
import { JobProgress } from './job-progress';
import { framesText, jobState, paceText } from './job-view';

/** A job at work: how far it is, how fast, and for how long still. */
@Component({
  selector: 'app-running-job',
  imports: [JobActions, JobProgress, RouterLink, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <a class="clip" [routerLink]="['/jobs', job().job_id]">{{ job().filename }}</a>
      <ui-state [tone]="state().tone" [label]="state().label" />
      <app-job-actions class="actions" [job]="job()" />
    </div>
    <app-job-progress [job]="job()" />
    <p class="small quiet mono">{{ words() }}</p>
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
    .actions {
      margin-left: auto;
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
  protected readonly words = computed(() => {
    const job = this.job();
    const pace = paceText(job, this.clock.now());
    const done = `${framesText(job)} frames, ${whole(job.detections_found)} detections`;
    return pace ? `${pace} · ${done}` : done;
  });
}
