import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState, ExactPipe, Name, Panel, RelativeTime, StateBadge, WholePipe } from 'shared';
import { AnalyticsStore } from '../store/analytics-store';
import { CameraStore } from '../store/camera-store';
import { CommandStore } from '../store/command-store';
import { AddCamera } from './add-camera';
import { CameraControl } from './camera-control';
import { CommandOutcome } from './command-outcome';
import { rowsOf } from './camera-row';

/** From how many cameras on it is worth looking for one. */
const SEARCH_FROM = 8;
const SHOWN_AT_ONCE = 25;

/** The cameras: how they are, and what the user tells them. */
@Component({
  selector: 'app-cameras-panel',
  imports: [
    AddCamera,
    CameraControl,
    CommandOutcome,
    EmptyState,
    ExactPipe,
    MatButton,
    Name,
    Panel,
    RelativeTime,
    StateBadge,
    WholePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './cameras-panel.html',
  styleUrl: './cameras-panel.css',
})
export class CamerasPanel {
  private readonly analytics = inject(AnalyticsStore);
  private readonly commands = inject(CommandStore);
  protected readonly store = inject(CameraStore);

  protected readonly text = signal('');
  private readonly most = signal(SHOWN_AT_ONCE);

  protected readonly isSearchable = computed(
    () => (this.store.cameras()?.length ?? 0) >= SEARCH_FROM || this.text() !== '',
  );

  private readonly rows = computed(() =>
    rowsOf(this.store.cameras() ?? [], this.text(), {
      counts: this.analytics.analytics()?.per_camera ?? {},
      outcomes: this.commands.outcomes(),
    }),
  );
  protected readonly shown = computed(() => this.rows().slice(0, this.most()));
  protected readonly left = computed(() => this.rows().length - this.shown().length);

  protected search(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
  }

  protected showMore(): void {
    this.most.update((most) => most + SHOWN_AT_ONCE);
  }
}
