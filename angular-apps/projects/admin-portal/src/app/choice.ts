import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { cutName } from 'shared';

const MOST_COLUMNS = 32;

/** One of several names, or all of them, which is the empty one. */
@Component({
  selector: 'app-choice',
  imports: [MatFormField, MatLabel, MatOption, MatSelect],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <mat-select
        [value]="value()"
        [title]="value()"
        panelWidth=""
        (valueChange)="value.set($event)"
      >
        <mat-option value="">{{ all() }}</mat-option>
        @for (name of names(); track name) {
          <mat-option [value]="name" [title]="name" [attr.aria-label]="name">{{
            short(name)
          }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      --mat-form-field-container-height: 36px;
      --mat-form-field-container-vertical-padding: 6px;
      --mat-form-field-container-text-size: var(--size-s);
      --mat-form-field-container-text-line-height: 24px;
      --mat-select-trigger-text-size: var(--size-s);
      --mat-select-trigger-text-tracking: 0;

      width: 160px;
    }
    @media (max-width: 760px) {
      mat-form-field {
        --mat-form-field-container-height: 40px;
        --mat-form-field-container-vertical-padding: 8px;
      }
    }
  `,
})
export class Choice {
  readonly label = input.required<string>();
  /** What stands for all. */
  readonly all = input.required<string>();
  readonly names = input.required<readonly string[]>();
  readonly value = model.required<string>();

  protected short(name: string): string {
    return cutName(name, MOST_COLUMNS);
  }
}
