import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import {
  Clock,
  ConfirmButton,
  MillisecondsPipe,
  Name,
  RelativeTime,
  StateBadge,
  WholePipe,
} from 'shared';
import { Worker } from '../api/wire';
import { LOCAL_WORKER, WorkersState } from '../state/workers-state';
import { addressText, hostText, workerRemarks, workerState } from './worker-view';

/** One worker as a row of the table; a card where there is no room for a row. */
@Component({
  selector: 'tr[app-worker-row]',
  imports: [ConfirmButton, MillisecondsPipe, Name, RelativeTime, StateBadge, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <th scope="row">
      <ui-name [name]="worker().worker_id" />
      @if (host()) {
        <ui-name class="small host" [name]="host()" />
      }
      <ui-name class="mono quiet small" [name]="address()" />
      @if (capabilities()) {
        <span class="quiet small capabilities" title="What it says that it can do">{{
          capabilities()
        }}</span>
      }
    </th>
    <td class="state">
      <ui-state [tone]="state().tone" [label]="state().label" [title]="state().meaning" />
      @for (remark of remarks(); track $index) {
        <span class="remark">{{ remark }}</span>
      }
      @if (comesBack()) {
        <span class="remark" role="status"
          >It registers again as long as it runs: to be rid of it, stop it on its machine.</span
        >
      }
    </td>
    <td class="n flight" data-label="In flight">
      @if (worker().pending_pieces; as pieces) {
        {{ worker().pending_frames | whole }}
        <span class="quiet small pieces"
          >in {{ pieces }} {{ pieces === 1 ? 'piece' : 'pieces' }}</span
        >
      } @else {
        {{ worker().pending_frames }} / {{ worker().places ?? worker().max_in_flight }}
      }
    </td>
    <td class="n ms" data-label="Per frame">{{ latency() | ms }}</td>
    <td class="n frames" data-label="Frames">
      {{ worker().frames_processed | whole }}
      @if (worker().pieces_processed) {
        <span class="quiet small pieces">in {{ worker().pieces_processed | whole }} pieces</span>
      }
      @if (worker().spot_checks; as checks) {
        <span class="quiet small pieces" title="Done by another worker as well, to compare"
          >{{ checks | whole }} checked</span
        >
      }
    </td>
    <td class="model whole" data-label="Model">
      <ui-name class="name" [name]="worker().model ?? 'not told'" />
      @if (worker().provider) {
        <span class="quiet on">on {{ worker().provider }}</span>
      }
      @if (worker().note; as note) {
        <span class="quiet note" [title]="note">{{ note }}</span>
      }
    </td>
    <td class="seen" data-label="Last seen"><ui-ago [at]="worker().last_heartbeat" /></td>
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
  private readonly clock = inject(Clock);
  protected readonly workers = inject(WorkersState);

  readonly worker = input.required<Worker>();

  protected readonly state = computed(() => workerState(this.worker(), this.clock.now()));
  protected readonly remarks = computed(() => workerRemarks(this.worker()));
  protected readonly host = computed(() => hostText(this.worker()));
  protected readonly address = computed(() => addressText(this.worker()));
  protected readonly capabilities = computed(() => this.worker().capabilities.join(', '));
  protected readonly isLocal = computed(() => this.worker().worker_id === LOCAL_WORKER);
  private readonly ask = viewChild(ConfirmButton);
  /** Whether it is asked to go while it runs; one that is silent stays away. */
  protected readonly comesBack = computed(
    () => this.ask()?.armed() === true && this.worker().status !== 'offline',
  );
  /** Zero frames have no average. */
  protected readonly latency = computed(() => this.worker().avg_processing_ms || null);
}
