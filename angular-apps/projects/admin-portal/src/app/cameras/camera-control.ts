import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { ConfirmButton, Icon } from 'shared';
import { CommandStore } from '../store/command-store';

/** Start, stop, restart and remove one camera. */
@Component({
  selector: 'app-camera-control',
  imports: [ConfirmButton, Icon, MatIconButton, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (choice of commands; track choice.command) {
      <button
        matIconButton
        type="button"
        disabledInteractive
        [disabled]="isBusy()"
        [attr.aria-label]="choice.word + ' ' + camera()"
        [matTooltip]="choice.word"
        (click)="desk.give(camera(), choice.command)"
      >
        <ui-icon [name]="choice.icon" />
      </button>
    }
    <ui-confirm-button
      [label]="'Remove ' + camera()"
      question="Remove? Counts stay"
      [disabled]="isBusy()"
      (confirmed)="desk.remove(camera())"
    />
  `,
  styles: `
    :host {
      display: flex;
      min-width: 192px;
      align-items: center;
      justify-content: flex-end;
    }
  `,
})
export class CameraControl {
  protected readonly desk = inject(CommandStore);

  readonly camera = input.required<string>();

  protected readonly isBusy = computed(() => this.desk.busy().has(this.camera()));
  protected readonly commands = [
    { command: 'start', word: 'Start', icon: 'play' },
    { command: 'stop', word: 'Stop', icon: 'stop' },
    { command: 'restart', word: 'Restart', icon: 'restart' },
  ] as const;
}
