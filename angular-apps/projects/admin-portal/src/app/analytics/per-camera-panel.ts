import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EmptyState, Name, Panel, whole } from 'shared';
import { byCount } from '../api/counts';
import { AnalyticsStore } from '../store/analytics-store';
import { ceilingOf } from './towering';

const MOST_BARS = 12;

/**
 * Which cameras counted most since the data began: a figure each, and a bar that ends where a few
 * would flatten all others.
 */
@Component({
  selector: 'app-per-camera-panel',
  imports: [EmptyState, Name, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Per camera" [note]="note()">
      @if (bars().length > 0) {
        <table class="room">
          <caption class="visually-hidden">
            Objects per camera
          </caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">Camera</th>
              <th scope="col">Bar</th>
              <th scope="col">Objects</th>
            </tr>
          </thead>
          <tbody>
            @for (bar of bars(); track bar.camera) {
              <tr>
                <th scope="row"><ui-name [name]="bar.camera" /></th>
                <td class="bar" [title]="bar.isBeyond ? 'Far more than the others: cut off' : ''">
                  <span [style.width.%]="bar.width" [class.beyond]="bar.isBeyond"></span>
                </td>
                <td class="n mono">{{ bar.count }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else if (store.analytics()) {
        <ui-empty-state icon="chart" heading="Nothing counted yet">
          A camera appears here with its first detection.
        </ui-empty-state>
      } @else {
        <p class="quiet room">{{ store.error() ? '' : 'Loading' }}</p>
      }
    </ui-panel>
  `,
  styles: `
    ui-panel {
      height: 100%;
    }
    table {
      width: 100%;
      table-layout: fixed;
      border-collapse: collapse;
    }
    th {
      width: 52%;
      padding: 2px 8px 2px 0;
      font-weight: 400;
      text-align: left;
    }
    .bar span {
      display: block;
      min-width: 3px;
      height: 10px;
      border-radius: 2px;
      background: var(--accent);
    }
    .bar .beyond {
      background: linear-gradient(
        100deg,
        var(--accent) 78%,
        transparent 78% 82%,
        var(--accent) 82% 90%,
        transparent 90% 94%,
        var(--accent) 94%
      );
    }
    .n {
      width: 72px;
      font-size: var(--size-xs);
      text-align: right;
      white-space: nowrap;
    }
    p.room {
      min-height: 220px;
    }
  `,
})
export class PerCameraPanel {
  protected readonly store = inject(AnalyticsStore);

  private readonly counts = computed(() => this.store.analytics()?.per_camera ?? {});

  protected readonly bars = computed(() => {
    const sorted = byCount(this.counts()).slice(0, MOST_BARS);
    const counts = sorted.map(([, n]) => n);
    const end = ceilingOf(counts) ?? Math.max(1, ...counts);
    return sorted.map(([camera, n]) => ({
      camera,
      count: whole(n),
      width: Math.min(100, (100 * n) / end),
      isBeyond: n > end,
    }));
  });

  protected readonly note = computed(() => {
    const all = Object.keys(this.counts()).length;
    const shown = this.bars().length;
    return all > shown ? `since the start, ${shown} of ${all}` : 'since the start';
  });
}
