import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Worker } from '../api/wire';
import { LOCAL_WORKER, WorkersState } from '../state/workers-state';
import { aWorker } from '../testing/samples';
import { WorkerTable } from './worker-table';
import { circuitText, workerState } from './worker-view';

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

  it('says why a worker gets no frames', () => {
    const page = show([aWorker({ refusal: 'Its model differs.', note: 'No CUDA provider.' })]);
    expect(page.textContent).toContain('Its model differs.');
    expect(page.textContent).toContain('No CUDA provider.');
    expect(page.textContent).toContain('0 of 1 ready');
  });

  it('shows a quarantined worker with the reason', () => {
    const refusal = 'quarantined until 14:03:20 UTC: its answers cannot be believed';
    const state = show([aWorker({ refusal, quarantined: true })]).querySelector('.state');
    expect(state?.querySelector('ui-state')?.className).toContain('fail');
    expect(state?.textContent).toContain(refusal);
  });
});

describe('a worker in words', () => {
  it.each([
    [aWorker({ status: 'offline', refusal: 'no' }), 'offline'],
    [aWorker({ refusal: 'no' }), 'gets no frames'],
    [aWorker({ refusal: 'no', quarantined: true }), 'quarantined'],
    [aWorker({ refusal: 'no', quarantined: true, status: 'offline' }), 'offline'],
    [aWorker(), 'active'],
    [aWorker({ status: 'idle' }), 'idle'],
  ])('is %#', (worker, label) => {
    expect(workerState(worker).label).toBe(label);
  });

  it('explains its circuit', () => {
    expect(circuitText(aWorker({ circuit: 'open' }))).toContain('rests');
  });
});
