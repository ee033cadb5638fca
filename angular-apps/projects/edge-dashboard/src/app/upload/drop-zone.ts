import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { Icon } from 'shared';

/** Where files are chosen or dropped; what stands in it says which. */
@Component({
  selector: 'app-drop-zone',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="zone"
      [class.over]="isOver()"
      (dragenter)="hover($event)"
      (dragover)="hover($event)"
      (dragleave)="isOver.set(false)"
      (drop)="drop($event)"
    >
      <input
        #chooser
        class="chooser"
        type="file"
        multiple
        [id]="name()"
        [accept]="accepted()"
        [attr.aria-describedby]="name() + '-hint'"
        (change)="choose(chooser)"
      />
      <label [for]="name()">
        <ui-icon name="upload" />
        <span
          ><strong>Choose {{ name() }}</strong> or drop them here</span
        >
      </label>
      <p [id]="name() + '-hint'" class="small quiet">{{ hint() }}</p>
    </div>
  `,
  styleUrl: './drop-zone.css',
})
export class DropZone {
  /** What the files are, in a word that no other zone of the page has. */
  readonly name = input.required<string>();
  /** Their endings, as a file chooser takes them. */
  readonly accepted = input.required<string>();
  readonly hint = input.required<string>();
  readonly chosen = output<readonly File[]>();

  protected readonly isOver = signal(false);

  protected choose(chooser: HTMLInputElement): void {
    this.chosen.emit(Array.from(chooser.files ?? []));
    // the same file chosen again is a change as well
    chooser.value = '';
  }

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.chosen.emit(Array.from(event.dataTransfer?.files ?? []));
  }
}
