import { ChangeDetectionStrategy, Component, computed, inject, model } from '@angular/core';
import { UploadOptions } from '../api/coordinator-api';
import { ShelfModel } from '../api/models-api';
import { ModelsState } from '../state/models-state';

/** One thing that an upload may ask for: the words of its answers, each with what is sent for it. */
interface Choice {
  readonly name: keyof UploadOptions;
  readonly label: string;
  readonly answers: readonly (readonly [value: string, words: string])[];
  /** What else is to be known of an answer. */
  readonly hints?: Readonly<Record<string, string>>;
}

/** Why a frame is cut. */
const PARTS = 'Each part is looked at by itself, so that small objects keep their pixels.';

const CHOICES: readonly Choice[] = [
  {
    name: 'sample_fps',
    label: 'Frames looked at',
    answers: [
      ['', 'as the coordinator is set, usually 5 per second'],
      ['0', 'every frame'],
      ['1', '1 per second'],
      ['5', '5 per second'],
      ['10', '10 per second'],
    ],
  },
  {
    name: 'confidence',
    label: 'Least confidence',
    answers: [
      ['', 'as the coordinator or its model is set'],
      ...[0.25, 0.3, 0.4, 0.5, 0.6, 0.75].map((share) => [`${share}`, `${share * 100} %`] as const),
    ],
  },
  {
    name: 'skip_still',
    label: 'Frames that show nothing new',
    answers: [
      ['', 'as the coordinator is set, usually inferred like all'],
      ['off', 'infer them like all others'],
      ['safe', 'skip them (safe)'],
      ['fast', 'skip them, and those with small changes (fast)'],
    ],
    hints: {
      safe: 'For fixed cameras: a skipped frame has what was found in the frame before it. At least each fourth is inferred, and one a second.',
      fast: 'For fixed cameras: small changes are passed over, too. A skipped frame has what was found in the frame before it; at least one frame a second is inferred.',
    },
  },
  {
    name: 'tiles',
    label: 'Small objects',
    answers: [
      ['', 'as the coordinator is set, usually the frame as one'],
      ['1x1', 'the frame as one (1x1)'],
      ['2x1', 'two parts, twice the work (2x1)'],
      ['3x2', 'six parts, six times the work (3x2)'],
      ['auto', 'as many parts as its size needs (auto)'],
    ],
    hints: { '2x1': PARTS, '3x2': PARTS, auto: PARTS },
  },
];

/** Which of several models infers; nothing where there is no choice. */
function choiceOfModel(models: readonly ShelfModel[]): Choice[] {
  const all = [...models].sort((a, b) => a.name.localeCompare(b.name));
  const answer = ({ name, classes, in_use }: ShelfModel) => {
    const objects = `${classes.length} ${classes.length === 1 ? 'class' : 'classes'}`;
    return [name, `${name}, ${objects}${in_use ? ', in use' : ''}`] as const;
  };
  const usual = ['', 'the one in use when it is uploaded'] as const;
  return all.length < 2
    ? []
    : [{ name: 'model', label: 'Model', answers: [usual, ...all.map(answer)] }];
}

/** How the next videos are to be looked at; what is left alone is as the coordinator is set. */
@Component({
  selector: 'app-upload-choices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ summary() }}</summary>
      <div class="options">
        @for (choice of choices(); track choice.name) {
          <label [for]="'option-' + choice.name">{{ choice.label }}</label>
          <div>
            <select
              #answer
              [id]="'option-' + choice.name"
              [value]="options()[choice.name] ?? ''"
              [attr.aria-describedby]="hint(choice) ? 'hint-' + choice.name : null"
              (change)="choose(choice.name, answer.value)"
            >
              @for (one of choice.answers; track one[0]) {
                <option [value]="one[0]">{{ one[1] }}</option>
              }
            </select>
            @if (hint(choice); as hint) {
              <p class="quiet" [id]="'hint-' + choice.name">{{ hint }}</p>
            }
          </div>
        }
      </div>
    </details>
  `,
  styleUrl: './upload-choices.css',
})
export class UploadChoices {
  readonly options = model<UploadOptions>({});

  private readonly models = inject(ModelsState);

  protected readonly choices = computed(() => [...CHOICES, ...choiceOfModel(this.models.all())]);
  /** Says that something is chosen also where it is folded up. */
  protected readonly summary = computed(() => {
    const count = Object.keys(this.options()).length;
    return count === 0 ? 'Options' : `Options, ${count} chosen`;
  });

  protected hint({ name, hints }: Choice): string {
    return hints?.[this.options()[name] ?? ''] ?? '';
  }

  protected choose(name: keyof UploadOptions, value: string): void {
    const all = Object.entries({ ...this.options(), [name]: value });
    this.options.set(Object.fromEntries(all.filter(([, chosen]) => chosen !== '')));
  }
}
