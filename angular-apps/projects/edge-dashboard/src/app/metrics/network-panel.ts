import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject } from '@angular/core';
import { ClassBars, Name, OneStop, Panel, StateBadge, WholePipe, whole } from 'shared';
import { NetworkState } from '../state/network-state';

/** What all cameras of the network saw; not there where this coordinator reports to nobody. */
@Component({
  selector: 'app-network-panel',
  imports: [ClassBars, Name, OneStop, Panel, StateBadge, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (network.totals() || network.isAway()) {
      <ui-panel heading="Network" note="all cameras, from the admin server">
        @if (network.isAway()) {
          <ui-state panelActions tone="fail" label="admin server does not answer" />
        }
        @if (network.totals(); as totals) {
          <div class="parts">
            <dl>
              <dt>Objects counted</dt>
              <dd class="mono total">{{ total() }}</dd>
            </dl>
            @if (total() !== '0') {
              <div>
                <h3>By type</h3>
                <ui-class-bars
                  [counts]="totals.type_distribution"
                  [most]="8"
                  caption="Objects of the network by type"
                />
              </div>
              <div>
                <h3>By camera, {{ cameras().length | whole }}</h3>
                <div
                  class="all"
                  uiOneStop
                  role="region"
                  aria-label="Objects by camera, all of them"
                >
                  <table class="plain">
                    <thead class="visually-hidden">
                      <tr>
                        <th scope="col">Camera</th>
                        <th scope="col">Objects</th>
                      </tr>
                    </thead>
                    <tbody>
                      @for (camera of cameras(); track camera.id) {
                        <tr>
                          <th scope="row"><ui-name [name]="camera.id" /></th>
                          <td class="n">{{ camera.count }}</td>
                        </tr>
                      }
                    </tbody>
                  </table>
                </div>
              </div>
            } @else {
              <p class="quiet">No camera has counted anything yet.</p>
            }
          </div>
        } @else {
          <p class="quiet">
            Its counts are shown as soon as it answers. Look whether it runs and whether ADMIN_URL
            of this coordinator is right.
          </p>
        }
      </ui-panel>
    }
  `,
  styles: `
    .parts {
      display: grid;
      grid-template-columns: auto minmax(0, 3fr) minmax(0, 2fr);
      gap: 12px 40px;
    }
    dt,
    h3 {
      margin-bottom: 4px;
      color: var(--text-3);
      font-size: var(--size-xs);
      font-weight: 400;
    }
    .all {
      overflow-y: auto;
      max-height: 240px;
    }
    table {
      table-layout: fixed;
    }
    td {
      width: 90px;
    }
    .total {
      font-size: var(--size-xl);
      font-weight: 500;
    }
    @media (max-width: 1000px) {
      .parts {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class NetworkPanel {
  protected readonly network = inject(NetworkState);

  protected readonly total = computed(() => whole(this.network.totals()?.total_vehicles));
  protected readonly cameras = computed(() =>
    Object.entries(this.network.totals()?.per_camera ?? {})
      .sort(([, n], [, m]) => m - n)
      .map(([id, count]) => ({ id, count: whole(count) })),
  );

  constructor() {
    this.network.start();
    inject(DestroyRef).onDestroy(() => this.network.stop());
  }
}
