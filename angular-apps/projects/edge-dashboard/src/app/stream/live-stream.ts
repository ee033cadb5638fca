import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Icon, Name, Panel, StateBadge, Tone, cutName, decimal, milliseconds } from 'shared';
import { MetricsState } from '../state/metrics-state';
import { StreamState, StreamWatch } from './stream-watch';

const LOOK_MS = 500;
const OPTION_COLUMNS = 36;
const BADGES: Readonly<Record<StreamState, { tone: Tone; label: string }>> = {
  connecting: { tone: 'wait', label: 'connecting' },
  live: { tone: 'ok', label: 'live' },
  waiting: { tone: 'off', label: 'waiting for frames' },
  lost: { tone: 'fail', label: 'lost, trying again' },
  paused: { tone: 'off', label: 'paused' },
};

/** The frames as they are processed, with their boxes. */
@Component({
  selector: 'app-live-stream',
  imports: [Icon, MatIconButton, MatTooltip, Name, Panel, StateBadge],
  providers: [StreamWatch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Live stream" [flush]="true">
      @if (watch.running().length > 0) {
        <select
          #choice
          panelActions
          aria-label="Job to show"
          [value]="watch.chosen() ?? ''"
          (change)="watch.choose(choice.value || null)"
        >
          <option value="">newest, as they come</option>
          @for (job of watch.running(); track job.job_id) {
            <option [value]="job.job_id" [selected]="job.job_id === watch.chosen()">
              {{ short(job.filename) }}
            </option>
          }
        </select>
      }
      <span panelActions class="state">
        <ui-state data-testid="stream-state" [tone]="badge().tone" [label]="badge().label" />
      </span>
      <button
        panelActions
        matIconButton
        type="button"
        aria-label="Full screen"
        matTooltip="Full screen"
        (click)="fill(figure)"
      >
        <ui-icon name="fullscreen" />
      </button>
      <figure #figure>
        <img
          #image
          [alt]="alternative()"
          [attr.src]="watch.source()"
          [class.off]="!isShown()"
          (load)="watch.loaded()"
          (error)="watch.failed()"
        />
        @if (!isShown()) {
          <p class="why" role="status">{{ why() }}</p>
        }
        @if (watch.shown(); as job) {
          <p class="job small">
            <span class="visually-hidden">Shown: </span><ui-name [name]="job.filename" />
          </p>
        }
        @if (metrics.now(); as now) {
          <figcaption class="mono small">
            <span>{{ fps() }} frames/s</span><span>{{ latency() }}</span>
          </figcaption>
        }
      </figure>
    </ui-panel>
  `,
  styleUrl: './live-stream.css',
})
export class LiveStream {
  protected readonly watch = inject(StreamWatch);
  protected readonly metrics = inject(MetricsState);

  private readonly image = viewChild.required<ElementRef<HTMLImageElement>>('image');

  protected readonly short = (name: string): string => cutName(name, OPTION_COLUMNS);
  protected readonly badge = computed(() => BADGES[this.watch.state()]);
  protected readonly isShown = computed(() => ['live', 'waiting'].includes(this.watch.state()));
  protected readonly fps = computed(() => decimal(this.metrics.now()?.frames.fps));
  protected readonly latency = computed(() => milliseconds(this.metrics.latency()?.avg_ms));

  protected readonly alternative = computed(() => {
    const job = this.watch.shown();
    return `Live video with the boxes of detected objects${job ? `: ${job.filename}` : ''}`;
  });

  protected readonly why = computed(() => {
    switch (this.watch.state()) {
      case 'paused':
        return 'Paused while this page is hidden.';
      case 'lost':
        return this.watch.refusal() || 'The stream is not there. Trying again.';
      default:
        return 'Connecting to the stream';
    }
  });

  constructor() {
    const looking = setInterval(() => this.look(), LOOK_MS);
    // an image that is taken off the page goes on loading until it is told not to
    inject(DestroyRef).onDestroy(() => {
      clearInterval(looking);
      this.image().nativeElement.removeAttribute('src');
    });
  }

  /** Some browsers show the first picture well before they say that it is loaded. */
  private look(): void {
    if (this.watch.state() === 'connecting' && this.image().nativeElement.naturalWidth > 0) {
      this.watch.loaded();
    }
  }

  protected fill(figure: HTMLElement): void {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : figure.requestFullscreen();
    done.catch((error: unknown) => console.warn('no full screen', error));
  }
}
