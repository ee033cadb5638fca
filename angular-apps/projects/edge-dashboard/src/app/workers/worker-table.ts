import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EmptyState, Panel } from 'shared';
import { WorkersState } from '../state/workers-state';
import { WorkerRow } from './worker-row';

/** The pool, one row per worker. */
@Component({
  selector: 'app-worker-table',
  imports: [EmptyState, Panel, WorkerRow],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Workers" [note]="note()">
      @if (!workers.isLoaded()) {
        <p class="quiet">Loading</p>
      } @else if (workers.all().length === 0) {
        <ui-empty-state icon="worker" heading="No worker yet" [command]="command">
          On another machine, or on this one in a second terminal:
        </ui-empty-state>
      } @else {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of workers">
          <table class="plain cards">
            <thead>
              <tr>
                <th scope="col">Worker</th>
                <th scope="col">State</th>
                <th scope="col">Circuit</th>
                <th scope="col" class="n">In flight</th>
                <th scope="col" class="n">Per frame</th>
                <th scope="col" class="n">Frames</th>
                <th scope="col">Model</th>
                <th scope="col">Last seen</th>
                <th scope="col"><span class="visually-hidden">Remove</span></th>
              </tr>
            </thead>
            <tbody>
              @for (worker of workers.all(); track worker.worker_id) {
                <tr app-worker-row [worker]="worker"></tr>
              }
            </tbody>
          </table>
        </div>
      }
    </ui-panel>
  `,
  styles: `
    thead th {
      padding-inline: 4px;
    }
  `,
})
export class WorkerTable {
  protected readonly workers = inject(WorkersState);

  protected readonly command = `./edge worker --coordinator ${location.origin}`;
  protected readonly note = computed(() => {
    const all = this.workers.all().length;
    return all === 0 ? '' : `${this.workers.serving().length} of ${all} ready`;
  });
}
