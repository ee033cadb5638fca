import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const PATHS = {
  alert: 'M12 4 3 20h18L12 4Zm0 6v4m0 3v.01',
  auto: 'M12 4a8 8 0 1 0 0 16V4Zm0 0a8 8 0 0 1 0 16',
  back: 'M14 6l-6 6 6 6',
  bell: 'M6 17h12l-2-3v-4a4 4 0 0 0-8 0v4l-2 3Zm4 3h4',
  camera: 'M4 8h11v9H4zM15 11l5-3v9l-5-3',
  chart: 'M4 20V10m5 10V4m5 16v-7m5 7V8',
  check: 'M5 12.5 10 17 19 7',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  down: 'M6 9l6 6 6-6',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  forward: 'M10 6l6 6-6 6',
  fullscreen: 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5',
  film: 'M4 5h16v14H4zM8 5v14m8-14v14M4 10h4m8 0h4M4 14h4m8 0h4',
  jobs: 'M4 6h16M4 12h16M4 18h10',
  log: 'M5 5h14v14H5zM8 9h8m-8 3h8m-8 3h5',
  moon: 'M19 14A8 8 0 0 1 10 5a7 7 0 1 0 9 9Z',
  mute: 'M6 17h12l-2-3v-4a4 4 0 0 0-8 0v4l-2 3Zm4 3h4M4 4l16 16',
  network: 'M12 4v5m0 0h-6v5m6-5h6v5M4 14h4v4H4zm12 0h4v4h-4z',
  pause: 'M8 5v14m8-14v14',
  play: 'M7 5l12 7-12 7V5Z',
  restart: 'M19 12a7 7 0 1 1-2-5m2-3v4h-4',
  share:
    'M9 12a3 3 0 1 0-6 0 3 3 0 0 0 6 0Zm12-6a3 3 0 1 0-6 0 3 3 0 0 0 6 0Zm0 12a3 3 0 1 0-6 0 3 3 0 0 0 6 0ZM8.7 10.6l6.6-3.2M8.7 13.4l6.6 3.2',
  stop: 'M6 6h12v12H6z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17m10-10 1.4-1.4',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5m4-5v5',
  upload: 'M12 16V5m-5 5 5-5 5 5M5 20h14',
  worker: 'M4 5h16v10H4zM9 20h6m-3-5v5',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word, hidden from those who hear the page. */
@Component({
  selector: 'ui-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      width: 1.25em;
      height: 1.25em;
      flex: none;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();

  protected readonly path = computed(() => PATHS[this.name()]);
}
