import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Panel } from 'shared';
import { AlertPanel } from '../alerts/alert-panel';
import { JobTable } from '../jobs/job-table';
import { LedgerPanel } from '../ledger/ledger-panel';
import { FrameLog } from '../log/frame-log';
import { ClassTotals } from '../metrics/class-totals';
import { MetricsStrip } from '../metrics/metrics-strip';
import { NetworkPanel } from '../metrics/network-panel';
import { LiveStream } from '../stream/live-stream';
import { UploadPanel } from '../upload/upload-panel';
import { WorkerTable } from '../workers/worker-table';

/** Everything at a glance. */
@Component({
  selector: 'app-overview',
  imports: [
    AlertPanel,
    ClassTotals,
    FrameLog,
    JobTable,
    LedgerPanel,
    LiveStream,
    MetricsStrip,
    NetworkPanel,
    Panel,
    UploadPanel,
    WorkerTable,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './overview.html',
  styleUrl: './overview.css',
})
export class Overview {}
