import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Name, OneStop, Panel, Refresh, WholePipe, problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult, Job } from '../api/wire';
import { exactFrame, framePosition, frameTime } from '../state/frame-words';
import { attemptsText } from './attempt-view';

const PAGE = 100;
const MOST = 1_000;

/** The frames of a job that failed, each with its reason: 1,000 at most, in the video's order. */
@Component({
  selector: 'app-failed-frames',
  imports: [MatButton, Name, OneStop, Panel, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel [heading]="heading()" [note]="(job().failed_frames | whole) + ' in all'">
      @if (problem()) {
        <p class="error" role="alert">{{ problem() }}</p>
      }
      <div class="table-scroll" uiOneStop role="region" aria-label="Table of failed frames">
        <table class="plain cards">
          <thead>
            <tr>
              <th scope="col">In the video</th>
              <th scope="col">Frame</th>
              <th scope="col">Reason</th>
              <th scope="col">Last worker</th>
              <th scope="col" class="n">Attempts</th>
            </tr>
          </thead>
          <tbody>
            @for (frame of frames(); track frame.frame_id) {
              <tr>
                <th scope="row">
                  <button
                    matButton
                    type="button"
                    [title]="exactly(frame)"
                    [attr.aria-label]="'Show the frame at ' + time(frame)"
                    (click)="chosen.emit(frame.frame_id)"
                  >
                    {{ time(frame) }}
                  </button>
                </th>
                <td class="mono" data-label="Frame" [title]="exactly(frame)">
                  {{ position(frame) }}
                </td>
                <td class="reason whole">{{ frame.error ?? 'no reason was given' }}</td>
                <td data-label="Last worker"><ui-name [name]="frame.worker_id || 'none'" /></td>
                <td class="n" data-label="Attempts" [title]="course(frame)">
                  {{ frame.attempts }}
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (hasMore()) {
        <p><button matButton="outlined" type="button" (click)="showMore()">Show more</button></p>
      }
    </ui-panel>
  `,
  styles: `
    .table-scroll {
      overflow-y: auto;
      max-height: 320px;
    }
    .reason {
      min-width: 200px;
      overflow-wrap: anywhere;
    }
    td:has(ui-name) {
      max-width: 180px;
    }
    .error {
      color: var(--fail);
    }
  `,
})
export class FailedFrames {
  private readonly api = inject(CoordinatorApi);

  readonly job = input.required<Job>();
  readonly chosen = output<number>();

  protected readonly frames = signal<readonly FrameResult[]>([]);
  protected readonly hasMore = signal(false);
  protected readonly problem = signal('');
  protected readonly course = attemptsText;
  protected readonly time = frameTime;
  protected readonly exactly = exactFrame;
  protected readonly heading = computed(() =>
    this.job().cancelled ? 'Cancelled and failed frames' : 'Failed frames',
  );
  private readonly limit = signal(PAGE);

  private readonly refresh = new Refresh(
    () => this.api.jobFrames(this.job().job_id, { state: 'failed', limit: this.limit() }),
    {
      take: (page) => {
        this.frames.set(page.items);
        this.hasMore.set(page.next !== null && page.items.length < MOST);
        this.problem.set('');
      },
      fail: (error) => this.problem.set(problemText(error)),
    },
  );

  constructor() {
    effect(() => {
      const { failed_frames } = this.job();
      this.limit();
      if (failed_frames > 0) {
        untracked(() => this.refresh.run());
      }
    });
    inject(DestroyRef).onDestroy(() => this.refresh.stop());
  }

  protected showMore(): void {
    this.limit.update((limit) => Math.min(MOST, limit * 3));
  }

  protected position(frame: FrameResult): string {
    return framePosition(frame, this.job());
  }
}
