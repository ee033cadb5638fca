import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  ClassChip,
  ConfirmButton,
  Icon,
  Name,
  RelativeTime,
  StateBadge,
  bytes,
  percent,
  whole,
} from 'shared';
import { ShelfModel } from '../api/models-api';
import { JobsState } from '../state/jobs-state';
import { ModelsState } from '../state/models-state';
import { ModelMeasures } from './model-measures';
import { agreementText, keptBecause, paces, switchMeaning } from './model-view';

/** A model of the shelf as a row of the table; a card where there is no room for a row. */
@Component({
  selector: 'tr[app-model-row]',
  imports: [ClassChip, ConfirmButton, Icon, MatButton, Name, RelativeTime, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.in-use]': 'model().in_use' },
  templateUrl: './model-row.html',
  styleUrl: './model-row.css',
})
export class ModelRow {
  protected readonly models = inject(ModelsState);
  protected readonly measures = inject(ModelMeasures);
  private readonly jobs = inject(JobsState);

  readonly model = input.required<ShelfModel>();

  protected readonly showsClasses = signal(false);
  protected readonly short = computed(() => this.model().sha256.slice(0, 12));
  protected readonly size = computed(() => bytes(this.model().bytes));
  protected readonly classes = computed(() => whole(this.model().classes.length));
  protected readonly confidence = computed(() => percent(this.model().default_confidence));
  protected readonly paces = computed(() => paces(this.model()));
  protected readonly kept = computed(() => keptBecause(this.model()));
  protected readonly going = computed(() => {
    const jobs = this.model().running_jobs;
    return jobs === 1 ? '1 unfinished job goes by it' : `${whole(jobs)} unfinished jobs go by it`;
  });
  protected readonly meaning = computed(() => switchMeaning(this.model(), this.models.inUse()));
  protected readonly problem = computed(() => {
    const problem = this.models.problem();
    return problem?.sha256 === this.model().sha256 ? problem.text : '';
  });

  protected readonly isMeasuring = computed(() => this.measures.inHand() === this.model().sha256);
  protected readonly isInHand = computed(() => this.models.inHand() === this.model().sha256);
  protected readonly isBusy = computed(() => this.models.inHand() !== null);
  protected readonly measured = computed(() => {
    const result = this.measures.of(this.model());
    if (!result || result.agreement === null) {
      return null;
    }
    const job = this.jobs.byId(result.job_id ?? '')?.filename ?? result.job_id;
    return {
      text: agreementText(result),
      with: result.compared_with ?? '',
      meaning: `F1 at IoU 0.5 with what ${result.compared_with} found in ${job}, on ${result.frames} frames of it`,
    };
  });
}
