import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { EmptyState } from 'shared';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** How a camera joins: with the address that this page came from. */
@Component({
  selector: 'app-add-camera',
  imports: [EmptyState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-empty-state icon="camera" [heading]="heading()" [command]="command">
      Run this on the machine that the camera is attached to; it registers by itself. In the place
      of 0, the first webcam, a source may be an rtsp:// or http:// address or a video file; --id
      names it.
      @if (isLoopback) {
        From another machine, name this one in the place of {{ host }}, and start the admin server
        with HOST=0.0.0.0, so that it can be reached.
      } @else {
        Where tokens are asked for, ./edge join camera on the admin server’s machine prints this
        line with a code in it.
      }
    </ui-empty-state>
  `,
})
export class AddCamera {
  readonly heading = input.required<string>();

  protected readonly host = location.hostname;
  protected readonly isLoopback = LOOPBACK.test(location.hostname);
  protected readonly command = `./edge camera --admin ${location.origin} --source 0`;
}
