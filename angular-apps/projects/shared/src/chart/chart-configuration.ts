import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  ChartConfiguration,
  ChartDataset,
  DoughnutController,
  Filler,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { cutName } from 'shared';
import { ChartKind, ChartSeries, ChartSet } from './chart-series';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
);

/** How much of a label has room in legend and tooltip; the table has the whole. */
const MOST_COLUMNS = 22;
const FONT = { family: "'IBM Plex Sans', sans-serif", size: 12 };

/** How a kind of chart is drawn, before it has data and colours. */
export function configuration(kind: ChartKind): ChartConfiguration {
  return {
    type: kind,
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      responsive: true,
      interaction: interaction(kind),
      plugins: { legend: { position: kind === 'doughnut' ? 'right' : 'bottom' } },
      ...(kind === 'doughnut' ? { cutout: '62%' } : { scales: axes() }),
    } as ChartConfiguration['options'],
  };
}

function interaction(kind: ChartKind): object {
  return kind === 'doughnut'
    ? { mode: 'nearest', intersect: false }
    : { mode: 'index', intersect: false, axis: 'x' };
}

function axes(): object {
  const places = {
    ticks: { maxRotation: 0, autoSkipPadding: 16, font: FONT },
    grid: { display: false },
  };
  const values = {
    beginAtZero: true,
    grid: {},
    ticks: { precision: 0, maxTicksLimit: 6, maxRotation: 0, font: FONT },
  };
  return { x: places, y: values };
}

/** Puts new values and the colours of the theme into a chart that is there. */
export function update(
  chart: Chart,
  kind: ChartKind,
  series: ChartSeries,
  ceiling: number | null,
  element: HTMLElement,
): void {
  const paint = palette(element);
  chart.data.labels = series.labels.map((label) => cutName(label, MOST_COLUMNS));
  series.sets.forEach((set, i) => {
    const kept = chart.data.datasets[i];
    chart.data.datasets[i] = Object.assign(
      kept ?? {},
      dataset(kind, set, paint, i),
    ) as ChartDataset;
  });
  chart.data.datasets.length = series.sets.length;
  const options = chart.options;
  const legend = options.plugins?.legend;
  if (legend) {
    legend.display = kind === 'doughnut' || series.sets.length > 1;
    legend.labels = { color: paint.text, font: FONT, boxWidth: 10, boxHeight: 10 };
  }
  if (options.scales?.['y']) {
    options.scales['y'].max = ceiling ?? undefined;
  }
  for (const axis of Object.values(options.scales ?? {})) {
    Object.assign(axis?.ticks ?? {}, { color: paint.text });
    Object.assign(axis ?? {}, { border: { color: paint.line } });
    Object.assign(axis?.grid ?? {}, { color: paint.line });
  }
  chart.update('none');
}

interface Palette {
  readonly text: string;
  readonly line: string;
  readonly panel: string;
}

/** Custom properties keep `light-dark()` as it is written; a real property gives the colour. */
function palette(element: HTMLElement): Palette {
  const kept = element.style.color;
  const read = (name: string): string => {
    element.style.color = `var(${name})`;
    return getComputedStyle(element).color;
  };
  const found = { text: read('--text-2'), line: read('--line'), panel: read('--panel') };
  element.style.color = kept;
  return found;
}

function dataset(kind: ChartKind, set: ChartSet, paint: Palette, at: number): object {
  const colours = set.colours.length === 1 ? set.colours[0] : [...set.colours];
  const common = {
    label: cutName(set.label, MOST_COLUMNS),
    data: [...set.values],
    backgroundColor: colours,
  };
  switch (kind) {
    case 'line':
      return {
        ...common,
        backgroundColor: `${set.colours[0]}22`,
        borderColor: set.colours[0],
        borderWidth: 2,
        pointRadius: 0,
        pointHitRadius: 8,
        tension: 0,
        fill: at === 0,
      };
    case 'bar':
      return { ...common, borderRadius: 2, maxBarThickness: 36 };
    case 'doughnut':
      return { ...common, borderColor: paint.panel, borderWidth: 2 };
  }
}
