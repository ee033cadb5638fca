import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Mutes } from './mutes';

/** What is told above the page and what is muted in this browser, each to be taken back. */
@Component({
  selector: 'ui-notice-choice',
  imports: [MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details class="small">
      <summary>{{ summary() }}</summary>
      <fieldset>
        <legend>Tell me above the page of</legend>
        @for (notice of choices(); track notice.kind) {
          <label>
            <input
              type="checkbox"
              [checked]="!mutes.has(notice.kind)"
              (change)="mutes.set(notice.kind, !mutes.has(notice.kind))"
            />
            {{ notice.words }}
          </label>
        }
      </fieldset>
      @if (muted().length > 0) {
        <p class="quiet">Muted alerts, in this browser</p>
        <ul>
          @for (kind of muted(); track kind) {
            <li>
              <span>{{ kind }}</span>
              <button
                matButton
                type="button"
                [attr.aria-label]="'Unmute: ' + kind"
                (click)="mutes.set(kind, false)"
              >
                Unmute
              </button>
            </li>
          }
        </ul>
      }
    </details>
  `,
  styles: `
    :host {
      display: block;
      border-top: 1px solid var(--line);
    }
    summary {
      width: fit-content;
      padding: 8px 8px 4px 0;
      color: var(--text-2);
      cursor: pointer;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      margin: 0 0 6px;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      color: var(--text-3);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 28px;
    }
    input {
      width: 16px;
      height: 16px;
      margin: 0;
      accent-color: var(--accent);
    }
    ul {
      overflow-y: auto;
      max-height: 160px;
    }
    li {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    li span {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    li button {
      flex: none;
    }
    @media (max-width: 700px) {
      summary {
        padding-block: 12px;
      }
      label {
        min-height: 40px;
      }
    }
  `,
})
export class NoticeChoice {
  protected readonly mutes = inject(Mutes);

  /** What can be silenced as a whole: kinds of notices, and in words what each tells of. */
  readonly notices = input.required<Readonly<Record<string, string>>>();

  protected readonly choices = computed(() =>
    Object.entries(this.notices()).map(([kind, words]) => ({ kind, words })),
  );
  protected readonly muted = computed(() =>
    [...this.mutes.all()].filter((kind) => !Object.hasOwn(this.notices(), kind)),
  );
  protected readonly summary = computed(() => {
    const count = this.mutes.all().size;
    return count === 0 ? 'Notices' : `Notices, ${count} muted`;
  });
}
