import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { CopyButton, Panel } from 'shared';
import { DropZone } from '../upload/drop-zone';
import { UploadRow } from '../upload/upload-row';
import { ModelUploads } from './model-uploads';

/** Where models are given to the coordinator, and what becomes of them. */
@Component({
  selector: 'app-model-add',
  imports: [CopyButton, DropZone, Panel, UploadRow],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Add a model">
      <app-drop-zone
        name="models"
        accepted=".onnx"
        hint="ONNX files of detectors; each is proven before it is taken"
        (chosen)="uploads.add($event)"
      />
      @if (uploads.turnedAway()) {
        <p class="small away" role="alert">{{ uploads.turnedAway() }}</p>
      }
      @for (item of uploads.items(); track item.id) {
        <app-upload-row
          [item]="item"
          (cancelled)="uploads.cancel(item)"
          (retried)="uploads.retry(item)"
          (dismissed)="uploads.dismiss(item)"
        />
      }
      <p class="small quiet hint">From an address, in a terminal:</p>
      <p class="command">
        <code class="mono small">{{ command }}</code>
        <ui-copy-button [text]="command" />
      </p>
      <p class="small quiet hint">
        A licence is shown as the file names it. Whoever offers a service has to see to it that it
        allows that.
      </p>
    </ui-panel>
  `,
  styles: `
    .away {
      color: var(--fail);
    }
    .hint {
      margin-top: 12px;
    }
    .command {
      display: flex;
      align-items: center;
      width: fit-content;
      max-width: 100%;
      margin-top: 4px;
      padding-left: 8px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--raised);
    }
    code {
      padding: 4px 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class ModelAdd {
  protected readonly uploads = inject(ModelUploads);
  protected readonly command = './edge model add https://example.org/model.onnx --sha256 HASH';
}
