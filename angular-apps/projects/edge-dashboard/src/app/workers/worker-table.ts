import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Name, OneStop, Panel, whole } from 'shared';
import { ModelsState } from '../state/models-state';
import { WorkersState } from '../state/workers-state';
import { AddWorker } from './add-worker';
import { WorkerRow } from './worker-row';

/** The pool, one row per worker, and how to make it larger. */
@Component({
  selector: 'app-worker-table',
  imports: [AddWorker, Name, OneStop, Panel, RouterLink, WorkerRow],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './worker-table.html',
  styleUrl: './worker-table.css',
})
export class WorkerTable {
  protected readonly workers = inject(WorkersState);

  protected readonly model = inject(ModelsState).inUse;
  protected readonly licence = computed(() => this.model()?.licence ?? 'none named');

  protected readonly note = computed(() => {
    const all = this.workers.all().length;
    return all === 0 ? '' : `${whole(this.workers.serving().length)} of ${whole(all)} ready`;
  });
}
