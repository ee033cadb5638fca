import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Worker } from '../api/wire';
import { LOCAL_WORKER, WorkersState } from '../state/workers-state';
import { aWorker } from '../testing/samples';
import { WorkerTable } from './worker-table';
import { addressText, workerRemarks, workerState } from './worker-view';

describe('WorkerTable', () => {
  let fixture: ComponentFixture<WorkerTable>;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    fixture = TestBed.createComponent(WorkerTable);
  });

  function show(workers: Worker[]): HTMLElement {
    TestBed.inject(WorkersState).refresh.run();
    TestBed.inject(HttpTestingController).expectOne('/workers').flush(workers);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('says how to start a worker where there is none', () => {
    expect(show([]).textContent).toContain(`./edge worker --coordinator ${location.origin}`);
  });

  it('offers to remove any worker but the coordinator’s own', () => {
    const page = show([aWorker(), aWorker({ worker_id: LOCAL_WORKER })]);
    const rows = [...page.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('button')?.ariaLabel ?? null)).toEqual([
      null,
      'Remove worker-1',
    ]);
  });

  it('shows where a worker runs and what it can do', () => {
    const page = show([aWorker({ hostname: 'node-7', capabilities: ['yolov8n', 'cuda'] })]);
    expect(page.querySelector('tbody th')?.textContent).toMatch(
      /node-7.*127.0.0.1:9001.*yolov8n, cuda/s,
    );
  });

  it('tells how to add one also where there are some', () => {
    expect(show([aWorker()]).textContent).toContain(`--coordinator ${location.origin}`);
  });

  it('says of a running worker that is asked to go that it comes back', () => {
    const page = show([aWorker(), aWorker({ worker_id: 'worker-2', status: 'offline' })]);
    const asked = [...page.querySelectorAll('tbody tr')].map((row) => {
      row.querySelector<HTMLButtonElement>('.ask')?.click();
      fixture.detectChanges();
      return row.textContent;
    });
    expect(asked[0]).toContain('registers again as long as it runs');
    expect(asked[1]).not.toContain('registers again');
  });

  it('tells pieces of video beside frames where a worker did any', () => {
    const page = show([
      aWorker({ frames_processed: 1_234, pieces_processed: 31 }),
      aWorker({ worker_id: 'worker-2', pieces_processed: 0 }),
    ]);
    const frames = [...page.querySelectorAll('tbody .frames')].map((cell) =>
      cell.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(frames).toEqual(['1,234 in 31 pieces', '12']);
  });

  it('tells what a worker has in hand in pieces, which its places for frames do not bound', () => {
    const page = show([
      aWorker({ pending_frames: 41, pending_pieces: 2 }),
      aWorker({ worker_id: 'worker-2', pending_frames: 5, pending_pieces: 1 }),
      aWorker({ worker_id: 'worker-3', pending_pieces: 0 }),
    ]);
    const held = [...page.querySelectorAll('tbody .flight')].map((cell) =>
      cell.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(held).toEqual(['41 in 2 pieces', '5 in 1 piece', '1 / 2']);
  });

  it('shows how many frames a worker has earned, and how many of its own were compared', () => {
    const page = show([aWorker({ max_in_flight: 256, places: 2, spot_checks: 3 })]);
    const text = (cell: string): string | undefined =>
      page.querySelector(cell)?.textContent?.replace(/\s+/g, ' ').trim();
    expect(text('tbody .flight')).toBe('1 / 2');
    expect(text('tbody .frames')).toBe('12 3 checked');
  });

  it('tells once what a worker was found to have wrong', () => {
    const wrong = 'missed 2 of 2 objects that coordinator-local is sure of in frame 7';
    expect(workerRemarks(aWorker({ last_disagreement: wrong }))).toEqual([
      `In a spot check it ${wrong}.`,
    ]);
    const refusal = `quarantined until 10:15:30 UTC: its answers cannot be believed (the last: ${wrong})`;
    expect(workerRemarks(aWorker({ last_disagreement: wrong, refusal }))).toEqual([refusal]);
  });

  it('says why a worker gets no frames', () => {
    const page = show([aWorker({ refusal: 'Its model differs.', note: 'No CUDA provider.' })]);
    expect(page.textContent).toContain('Its model differs.');
    expect(page.textContent).toContain('No CUDA provider.');
    expect(page.textContent).toContain('0 of 1 ready');
  });

  it('shows a quarantined worker with the reason', () => {
    const refusal = 'quarantined until 14:03:20 UTC: its answers cannot be believed';
    const state = show([aWorker({ refusal, quarantined: true })]).querySelector('tbody .state');
    expect(state?.querySelector('ui-state')?.className).toContain('fail');
    expect(state?.textContent).toContain(refusal);
  });
});

const NOW = Date.parse(aWorker().last_heartbeat) + 5_000;

describe('a worker in words', () => {
  it.each([
    [aWorker({ status: 'offline', refusal: 'no' }), 'offline'],
    [aWorker({ refusal: 'no' }), 'gets no frames'],
    [aWorker({ refusal: 'no', quarantined: true }), 'quarantined'],
    [aWorker({ refusal: 'no', quarantined: true, status: 'offline' }), 'offline'],
    [aWorker(), 'active'],
    [aWorker({ status: 'idle' }), 'idle'],
  ])('is %#', (worker, label) => {
    expect(workerState(worker, NOW).label).toBe(label);
  });

  it('says of one that is left alone after failures why, and when it is tried again', () => {
    const failing = aWorker({
      status: 'offline',
      circuit: 'open',
      last_error: 'libjpeg.so.62 is missing',
    });
    expect(workerState(failing, NOW)).toMatchObject({
      tone: 'fail',
      label: 'paused after failures',
    });
    expect(workerState(failing, NOW + 30_000).label).toBe('offline');
    expect(workerRemarks(failing).join(' ')).toMatch(/tries it again after .*libjpeg.so.62/);
    expect(workerState(aWorker({ circuit: 'half_open' }), NOW).label).toBe('being tried again');
    expect(workerRemarks(aWorker({ last_error: undefined }))).toEqual([]);
  });

  it('has an address that can be typed', () => {
    expect(addressText(aWorker({ host: '::1' }))).toBe('[::1]:9001');
    expect(addressText(aWorker())).toBe('127.0.0.1:9001');
  });
});
