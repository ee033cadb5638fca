import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Name, OneStop, StateBadge, WholePipe, whole } from 'shared';
import { JobsState } from '../state/jobs-state';
import { LedgerState } from '../state/ledger-state';
import { gapText, ledgerState } from './ledger-view';

/** Whether every frame came to an end, as an equation; not there until it is known. */
@Component({
  selector: 'app-ledger-panel',
  imports: [Name, OneStop, RouterLink, StateBadge, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ledger-panel.html',
  styleUrl: './ledger-panel.css',
})
export class LedgerPanel {
  private readonly jobs = inject(JobsState);
  protected readonly ledger = inject(LedgerState).now;

  protected readonly state = computed(() => {
    const ledger = this.ledger();
    return ledger && ledgerState(ledger);
  });

  /** Frames that were let go with jobs of the list; they count among the failed. */
  protected readonly cancelled = computed(() =>
    this.jobs.all().reduce((sum, job) => sum + (job.cancelled ? job.failed_frames : 0), 0),
  );

  protected readonly unbalanced = computed(() =>
    (this.ledger()?.unbalanced ?? []).map((job) => ({
      id: job.job_id,
      name: this.jobs.byId(job.job_id)?.filename ?? job.job_id,
      sum: `${whole(job.submitted)} ≠ ${whole(job.completed)} + ${whole(job.failed)}`,
      gap: gapText(job),
    })),
  );
}
