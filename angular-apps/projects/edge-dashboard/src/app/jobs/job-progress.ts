import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Progress, percent } from 'shared';
import { Job } from '../api/wire';
import { progressTone } from './job-view';

/** How far a job is, as a bar and in percent; nothing for a cancelled one, which is not done. */
@Component({
  selector: 'app-job-progress',
  imports: [Progress],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!job().cancelled) {
      <ui-progress
        [percent]="job().progress_pct"
        [label]="'Progress of ' + job().filename"
        [tone]="tone()"
      />
      <span class="mono">{{ share() }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      align-items: center;
      gap: 8px;
      min-width: 0;
    }
    span {
      min-width: 5ch;
      text-align: right;
    }
  `,
})
export class JobProgress {
  readonly job = input.required<Job>();

  protected readonly tone = computed(() => progressTone(this.job()));
  protected readonly share = computed(() => percent(Math.floor(this.job().progress_pct) / 100));
}
