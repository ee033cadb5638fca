import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ConfirmButton } from 'shared';
import { Job } from '../api/wire';
import { hasEnded } from '../state/job-list';
import { JobsState } from '../state/jobs-state';

/** Cancels a job that runs or waits, removes one that ended; asks first. */
@Component({
  selector: 'app-job-actions',
  imports: [ConfirmButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (ended()) {
      <ui-confirm-button
        icon="trash"
        [label]="'Remove ' + job().filename"
        question="Remove?"
        [disabled]="isInHand()"
        (confirmed)="remove()"
      />
    } @else {
      <ui-confirm-button
        icon="stop"
        [label]="'Cancel ' + job().filename"
        question="Cancel?"
        [disabled]="isInHand()"
        (confirmed)="remove()"
      />
    }
  `,
})
export class JobActions {
  private readonly jobs = inject(JobsState);

  readonly job = input.required<Job>();
  readonly removed = output();

  protected readonly ended = computed(() => hasEnded(this.job()));
  protected readonly isInHand = computed(() => this.jobs.inHand().has(this.job().job_id));

  protected remove(): void {
    this.jobs.delete(this.job(), () => this.removed.emit());
  }
}
