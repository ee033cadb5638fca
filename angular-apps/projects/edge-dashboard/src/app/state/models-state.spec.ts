import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Mutes, Toasts } from 'shared';
import { ShelfModel } from '../api/models-api';
import { aModel, aWorker, anAddedModel } from '../testing/samples';
import { ModelsState } from './models-state';
import { Notice } from './notices';
import { WorkersState } from './workers-state';

const COCO = aModel();
const GATE = anAddedModel();
const SWITCHED = [
  { ...GATE, in_use: true },
  { ...COCO, in_use: false },
];

describe('ModelsState', () => {
  let http: HttpTestingController;
  let models: ModelsState;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    models = TestBed.inject(ModelsState);
    models.refresh.run();
    answer([COCO, GATE]);
  });
  afterEach(() => TestBed.inject(Mutes).set('models' satisfies Notice, false));

  function answer(list: readonly ShelfModel[]): void {
    http.expectOne('/models').flush(list);
    TestBed.tick();
  }
  const told = () =>
    TestBed.inject(Toasts)
      .shown()
      .map((toast) => toast.title);

  it('knows which one the pool goes by, and tells nothing of what was so before', () => {
    expect(models.inUse()?.name).toBe('coco');
    expect(models.before()).toBeNull();
    expect(told()).toEqual([]);
  });

  it('switches by hash, and keeps the one before for the way back', () => {
    models.use(GATE);
    expect(models.inHand()).toBe(GATE.sha256);
    models.use(COCO);
    const call = http.expectOne({ method: 'PUT', url: '/model' });
    expect(call.request.body).toEqual({ name: GATE.sha256 });
    call.flush({});
    answer(SWITCHED);
    expect(models.inHand()).toBeNull();
    expect(models.before()?.name).toBe('coco');
    expect(told()).toEqual(['gate']);
  });

  it('says at the model why it was not done', () => {
    models.use(GATE);
    const detail = 'MODEL is set, which wins.';
    http.expectOne('/model').flush({ detail }, { status: 409, statusText: 'Conflict' });
    expect(models.problem()).toEqual({ sha256: GATE.sha256, text: detail });
    answer([COCO, GATE]);
    models.remove(GATE);
    expect(models.problem()).toBeNull();
    http.expectOne({ method: 'DELETE', url: `/models/${GATE.sha256}` }).flush(null);
    answer([COCO]);
    expect(models.all()).toHaveLength(1);
  });

  it('asks again when workers have another model: somebody else has switched', () => {
    const workers = TestBed.inject(WorkersState);
    workers.refresh.run();
    http.expectOne('/workers').flush([aWorker({ model_sha256: COCO.sha256 })]);
    TestBed.tick();
    workers.heard(aWorker({ worker_id: 'worker-2', model_sha256: COCO.sha256 }));
    TestBed.tick();
    http.expectNone('/models');
    workers.heard(aWorker({ model_sha256: GATE.sha256 }));
    TestBed.tick();
    answer(SWITCHED);
    expect(told()).toEqual(['gate']);
  });

  it('tells no one who does not want to hear of it', () => {
    TestBed.inject(Mutes).set('models' satisfies Notice, true);
    models.refresh.run();
    answer(SWITCHED);
    expect(told()).toEqual([]);
    expect(models.before()?.name).toBe('coco');
  });
});
