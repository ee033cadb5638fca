import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { ConfirmButton, Icon } from 'shared';
import { Camera } from '../api/wire';
import { CommandStore } from '../store/command-store';

/** What would change nothing is not offered: the state is the one that the camera confirmed. */
const COMMANDS = [
  { command: 'start', word: 'Start', icon: 'play', idleIn: 'running', why: 'It is running' },
  { command: 'stop', word: 'Stop', icon: 'stop', idleIn: 'stopped', why: 'It is stopped' },
  { command: 'restart', word: 'Restart', icon: 'restart', idleIn: '', why: '' },
] as const;

/** Start, stop, restart and remove one camera. */
@Component({
  selector: 'app-camera-control',
  imports: [ConfirmButton, Icon, MatIconButton, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (choice of choices(); track choice.command) {
      <button
        matIconButton
        type="button"
        disabledInteractive
        [disabled]="isBusy() || choice.isIdle"
        [attr.aria-label]="choice.word + ' ' + id()"
        [matTooltip]="choice.isIdle ? choice.why : choice.word"
        (click)="desk.give(id(), choice.command)"
      >
        <ui-icon [name]="choice.icon" />
      </button>
    }
    <ui-confirm-button
      [label]="'Remove ' + id()"
      question="Remove? Counts stay"
      [disabled]="isBusy()"
      (confirmed)="desk.remove(id())"
    />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: flex-end;
    }
  `,
})
export class CameraControl {
  protected readonly desk = inject(CommandStore);

  readonly camera = input.required<Camera>();

  protected readonly id = computed(() => this.camera().camera_id);
  protected readonly isBusy = computed(() => this.desk.busy().has(this.id()));
  protected readonly choices = computed(() =>
    COMMANDS.map((choice) => ({
      ...choice,
      isIdle: this.camera().status === 'active' && this.camera().state === choice.idleIn,
    })),
  );
}
