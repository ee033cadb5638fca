import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Clock, Icon, OneStop, Panel, cutName, moment, whole } from 'shared';
import { Job } from '../api/wire';
import { ModelsState } from '../state/models-state';
import { ModelAdd } from './model-add';
import { ModelMeasures } from './model-measures';
import { ModelRow } from './model-row';

const PERIOD_MS = 3_000;
const NAME_COLUMNS = 28;

/** The models that the pool may go by: what they are and cost, and how far they agree. */
@Component({
  selector: 'app-models-page',
  imports: [Icon, MatButton, MatIconButton, ModelAdd, ModelRow, OneStop, Panel, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './models-page.html',
  styleUrl: './models-page.css',
})
export class ModelsPage {
  private readonly clock = inject(Clock);
  protected readonly models = inject(ModelsState);
  protected readonly measures = inject(ModelMeasures);

  protected readonly note = computed(() =>
    this.models.isLoaded() ? whole(this.models.all().length) : '',
  );
  /** What was in use before, where it is still there to go back to. */
  protected readonly back = computed(() => {
    const before = this.models.before();
    const now = before && this.models.byHash(before.sha256);
    return now && !now.in_use ? now : null;
  });

  constructor() {
    this.models.refresh.run();
    // others switch and add as well
    const timer = setInterval(() => {
      if (!document.hidden) {
        this.models.refresh.run();
      }
    }, PERIOD_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected jobText(job: Job): string {
    const at = moment(job.submitted_at, this.clock.now());
    return `${cutName(job.filename, NAME_COLUMNS)}, ${at}`;
  }
}
