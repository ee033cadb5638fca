import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  Clock,
  Icon,
  Panel,
  StateBadge,
  bytes,
  decimal,
  duration,
  exact,
  moment,
  percent,
  whole,
} from 'shared';
import { jobPath } from '../api/coordinator-api';
import { Job } from '../api/wire';
import { JobActions } from '../jobs/job-actions';
import { JobProgress } from '../jobs/job-progress';
import { ModelNames } from '../state/model-names';
import {
  framesText,
  isUnbalanced,
  jobSeconds,
  jobState,
  paceText,
  remark,
  submittedText,
} from '../jobs/job-view';

/** What a job is, how far it is, and what can be done with it. */
@Component({
  selector: 'app-job-head',
  imports: [Icon, JobActions, JobProgress, MatButton, Panel, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Job" [note]="job().job_id">
      <a panelActions matButton [href]="download('json')" download>
        <ui-icon name="download" /> JSON
      </a>
      <a panelActions matButton [href]="download('csv')" download>
        <ui-icon name="download" /> CSV
      </a>
      <app-job-actions panelActions [job]="job()" (removed)="removed.emit()" />

      <div class="line">
        <ui-state [tone]="state().tone" [label]="state().label" />
        <app-job-progress [job]="job()" />
        @if (pace()) {
          <span class="mono small quiet">{{ pace() }}</span>
        }
      </div>
      @if (remark(); as remark) {
        <p class="remark" [class]="remark.tone">{{ remark.text }}</p>
      }
      @if (extra()) {
        <p class="remark wait">{{ extra() }}</p>
      }
      <dl>
        @for (fact of facts(); track fact.term) {
          <div [class.wide]="fact.isLong">
            <dt>{{ fact.term }}</dt>
            <dd class="mono" [class.wrong]="fact.isWrong" [title]="fact.title ?? ''">
              {{ fact.text }}
              @if (fact.below) {
                <span class="quiet small below" title="Licence, as the model's file says it">{{
                  fact.below
                }}</span>
              }
            </dd>
          </div>
        }
      </dl>
    </ui-panel>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    .line app-job-progress {
      flex: 1 0 150px;
    }
    .remark {
      margin-top: 8px;
      color: var(--fail);
      overflow-wrap: anywhere;
    }
    .remark.wait {
      color: var(--wait);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 10px 16px;
      margin-top: 12px;
    }
    dt {
      color: var(--text-3);
      font-size: var(--size-xs);
    }
    dd {
      overflow-wrap: anywhere;
    }
    .below {
      display: block;
      font-family: var(--sans);
    }
    .wide {
      grid-column: span 2;
    }
    .wrong {
      color: var(--fail);
    }
  `,
})
export class JobHead {
  private readonly clock = inject(Clock);
  private readonly models = inject(ModelNames);

  readonly job = input.required<Job>();
  readonly removed = output();

  protected readonly state = computed(() => jobState(this.job()));
  protected readonly remark = computed(() => remark(this.job()));
  /** Where there is an error as well, which does not speak for both. */
  protected readonly extra = computed(() => {
    const warning = this.job().warning ?? '';
    return this.remark()?.text === warning ? '' : warning;
  });
  protected readonly pace = computed(() => paceText(this.job(), this.clock.now()));

  protected readonly facts = computed<readonly Fact[]>(() => {
    const job = this.job();
    const seconds = jobSeconds(job, this.clock.now());
    return [
      { term: 'Frames', text: framesText(job) },
      {
        term: 'Submitted frames',
        text: submittedText(job),
        title: 'Frames taken from the video, each of which completes or fails once',
        isLong: true,
        isWrong: isUnbalanced(job),
      },
      { term: 'Detections', text: whole(job.detections_found) },
      {
        term: 'Took',
        text: duration(seconds !== null && seconds >= 10 ? Math.floor(seconds) : seconds),
      },
      {
        term: 'Submitted',
        text: moment(job.submitted_at, this.clock.now()),
        title: exact(job.submitted_at),
      },
      { term: 'Size', text: bytes(job.size_bytes) },
      { term: 'Frames looked at', text: samplingText(job.sample_fps) },
      ...reuseFacts(job),
      ...tileFacts(job),
      ...wayFacts(job),
      this.modelFact(job),
    ];
  });

  /** What its frames were inferred by, which is what it began with, but for agents of their own. */
  private modelFact(job: Job): Fact {
    const hashes = [...new Set([...(job.model_sha256 ? [job.model_sha256] : []), ...job.models])];
    const names = hashes.map((sha256) =>
      sha256 === job.model_sha256 && job.model_name ? job.model_name : this.models.nameOf(sha256),
    );
    const licences = [...new Set(hashes.map((sha256) => this.models.licenceOf(sha256)))];
    return {
      term: hashes.length > 1 ? 'Models' : 'Model',
      text: names.join(', ') || 'none yet',
      title: hashes.join('\n'),
      below: licences.filter((licence) => licence !== '').join(', '),
    };
  }

  protected download(format: 'json' | 'csv'): string {
    return `${jobPath(this.job().job_id)}/results?format=${format}`;
  }
}

const SKIP_MEANING =
  'Frames that show nothing new are not inferred; fast passes over small changes, too';

interface Fact {
  readonly term: string;
  readonly text: string;
  readonly title?: string;
  readonly below?: string;
  readonly isLong?: boolean;
  readonly isWrong?: boolean;
}

/** Whether frames that show nothing new are skipped, and how many were. */
function reuseFacts(job: Job): readonly Fact[] {
  const asked = job.skip_still ?? 'off';
  const skips =
    asked === 'off'
      ? []
      : [{ term: 'Skips still frames', text: skipText(asked), title: SKIP_MEANING }];
  return job.reused_frames
    ? [
        ...skips,
        {
          term: 'Not inferred',
          text: `${whole(job.reused_frames)}, ${percent(job.reused_frames / job.processed_frames)}`,
          title: 'Frames that show nothing new: they have the detections of a frame before them',
        },
      ]
    : skips;
}

/** Into how many parts its frames are cut, where they are. */
function tileFacts({ tiles = '1x1', tiles_taken: taken = null }: Job): readonly Fact[] {
  const text = tiles === 'auto' && taken !== null ? `${taken}, as auto chose` : tiles;
  return tiles === '1x1'
    ? []
    : [
        {
          term: 'Parts of a frame',
          text,
          title: 'Each part is looked at by itself, so that small objects keep their pixels',
        },
      ];
}

/** `fast`; of a number, which change makes a frame new. */
function skipText(asked: string): string {
  const least = Number(asked);
  return Number.isFinite(least) ? `changes below ${decimal(least * 100)} %` : asked;
}

/** How its video travels, and why where that is the slower way. */
function wayFacts(job: Job): readonly Fact[] {
  if (!job.mode) {
    return [];
  }
  return job.mode === 'pieces'
    ? [
        {
          term: 'Sent as',
          text: 'pieces of video',
          title: 'Workers decode the video themselves, a piece at a time',
        },
      ]
    : [
        {
          term: 'Sent as',
          text: `single frames${job.mode_reason ? `: ${job.mode_reason}` : ''}`,
          title: 'The coordinator decodes the video and sends each frame as a picture',
          isLong: true,
        },
      ];
}

function samplingText(perSecond: number): string {
  return perSecond > 0 ? `${perSecond} per second` : 'every frame';
}
