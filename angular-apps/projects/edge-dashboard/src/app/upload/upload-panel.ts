import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Icon, OneStop, Panel, cutName } from 'shared';
import { UploadOptions } from '../api/coordinator-api';
import { RunningJob } from '../jobs/running-job';
import { JobsState } from '../state/jobs-state';
import { DropZone } from './drop-zone';
import { LostUploads } from './lost-uploads';
import { UploadChoices } from './upload-choices';
import { UploadRow } from './upload-row';
import { Uploads } from './uploads';
import { ACCEPTED } from './video-file';

const MOST_SHOWN = 8;
/** Refused files whose reason is shown before somebody asks for all. */
const FEW_ENDED = 1;
const MOST_NAMED = 10;
const NAME_COLUMNS = 40;

/** Where videos are given to the coordinator, and what becomes of them. */
@Component({
  selector: 'app-upload-panel',
  imports: [
    DropZone,
    Icon,
    MatButton,
    MatIconButton,
    OneStop,
    Panel,
    RunningJob,
    UploadChoices,
    UploadRow,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './upload-panel.html',
  styleUrl: './upload-panel.css',
})
export class UploadPanel {
  protected readonly uploads = inject(Uploads);
  protected readonly jobs = inject(JobsState);
  protected readonly lost = inject(LostUploads);

  protected readonly accepted = ACCEPTED;
  protected readonly options = signal<UploadOptions>({});
  protected readonly showsEnded = signal(false);

  /** What runs and waits, the next first, then what was sent from here and has ended. */
  private readonly listed = computed(() => {
    const open = [...this.jobs.open()].reverse();
    const running = open.filter((job) => job.status === 'processing');
    const queued = open.filter((job) => job.status === 'queued');
    const ended = this.uploads.sent().filter((job) => !open.includes(job));
    return [...running, ...queued, ...ended];
  });

  protected readonly shown = computed(() => this.listed().slice(0, MOST_SHOWN));
  protected readonly more = computed(() => this.listed().length - this.shown().length);
  protected readonly isIdle = computed(
    () => this.jobs.isLoaded() && this.listed().length === 0 && this.uploads.items().length === 0,
  );
  /** What did not go: the last one, until somebody asks for all. */
  protected readonly shownEnded = computed(() =>
    this.showsEnded() ? this.uploads.ended() : this.uploads.ended().slice(0, FEW_ENDED),
  );
  protected readonly endedText = computed(() => {
    const count = this.uploads.ended().length;
    return count === 1 ? '1 file did not go' : `${count} files did not go`;
  });
  protected readonly lostNames = computed(() => {
    const names = this.lost.names();
    const shown = names.slice(0, MOST_NAMED).map((name) => cutName(name, NAME_COLUMNS));
    const rest = names.length - shown.length;
    return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  });
  protected readonly note = computed(() => {
    const open = this.jobs.open();
    const queued = open.filter((job) => job.status === 'queued').length;
    return open.length === 0 ? '' : `${open.length - queued} running, ${queued} queued`;
  });
}
