import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ConfirmButton, MillisecondsPipe, RelativeTime, StateBadge, WholePipe } from 'shared';
import { Worker } from '../api/wire';
import { LOCAL_WORKER, WorkersState } from '../state/workers-state';
import { circuitText, workerState } from './worker-view';

/** One worker as a row of the table. */
@Component({
  selector: 'tr[app-worker-row]',
  imports: [ConfirmButton, MillisecondsPipe, RelativeTime, StateBadge, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <th scope="row">
      <span class="id">{{ worker().worker_id }}</span>
      <span class="address mono quiet small">{{ worker().host }}:{{ worker().port }}</span>
    </th>
    <td class="state">
      <ui-state [tone]="state().tone" [label]="state().label" />
      @if (worker().refusal; as refusal) {
        <span class="remark small">{{ refusal }}</span>
      }
    </td>
    <td data-label="Circuit" [title]="circuit()">{{ circuitWord() }}</td>
    <td class="n" data-label="In flight">
      {{ worker().pending_frames }} / {{ worker().max_in_flight }}
    </td>
    <td class="n" data-label="Per frame">{{ latency() | ms }}</td>
    <td class="n" data-label="Frames">{{ worker().frames_processed | whole }}</td>
    <td class="model whole" data-label="Model">
      {{ worker().model ?? 'not told' }}
      @if (worker().provider) {
        <span class="quiet">on {{ worker().provider }}</span>
      }
      @if (worker().note; as note) {
        <span class="remark small quiet">{{ note }}</span>
      }
    </td>
    <td data-label="Last seen"><ui-ago [at]="worker().last_heartbeat" /></td>
    <td class="actions">
      @if (!isLocal()) {
        <ui-confirm-button
          [label]="'Remove ' + worker().worker_id"
          question="Remove?"
          (confirmed)="workers.remove(worker())"
        />
      }
    </td>
  `,
  styleUrl: './worker-row.css',
})
export class WorkerRow {
  protected readonly workers = inject(WorkersState);

  readonly worker = input.required<Worker>();

  protected readonly state = computed(() => workerState(this.worker()));
  protected readonly circuit = computed(() => circuitText(this.worker()));
  protected readonly circuitWord = computed(() => this.worker().circuit.replace('_', ' '));
  protected readonly isLocal = computed(() => this.worker().worker_id === LOCAL_WORKER);
  /** Zero frames have no average. */
  protected readonly latency = computed(() => this.worker().avg_processing_ms || null);
}
