import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Panel, WholePipe, fineMediaTime, problemText, Refresh } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult, Job } from '../api/wire';
import { attemptsText } from './attempt-view';

const PAGE = 100;
const MOST = 1_000;

/** The frames of a job that failed, each with its reason: 1,000 at most, in the video's order. */
@Component({
  selector: 'app-failed-frames',
  imports: [MatButton, Panel, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Failed frames" [note]="(job().failed_frames | whole) + ' in all'">
      @if (problem()) {
        <p class="error" role="alert">{{ problem() }}</p>
      }
      <div class="table-scroll" tabindex="0" role="region" aria-label="Table of failed frames">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Frame</th>
              <th scope="col">Time</th>
              <th scope="col">Reason</th>
              <th scope="col">Last worker</th>
              <th scope="col" class="n">Attempts</th>
            </tr>
          </thead>
          <tbody>
            @for (frame of frames(); track frame.frame_id) {
              <tr>
                <td>
                  <button
                    matButton
                    type="button"
                    [attr.aria-label]="'Show frame ' + frame.frame_id"
                    (click)="chosen.emit(frame.frame_id)"
                  >
                    {{ frame.frame_id }}
                  </button>
                </td>
                <td class="mono">{{ time(frame) }}</td>
                <td class="reason">{{ frame.error ?? 'no reason was given' }}</td>
                <td>{{ frame.worker_id || 'none' }}</td>
                <td class="n" [title]="course(frame)">{{ frame.attempts }}</td>
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

  protected time(frame: FrameResult): string {
    return frame.media_time_ms === null ? '–' : fineMediaTime(frame.media_time_ms);
  }
}
