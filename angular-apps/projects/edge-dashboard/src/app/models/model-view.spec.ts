import { aModel, anAddedModel } from '../testing/samples';
import { modelName, refusal } from './model-file';
import { keptBecause, paces, switchMeaning } from './model-view';

describe('a model in words', () => {
  it('has a pace for each of the fastest workers', () => {
    const many = Object.fromEntries(
      [120.4, 9.64, 24.2, 1_234, 31, 77].map((ms, i) => [`w${i}`, ms]),
    );
    const { shown, more } = paces(aModel({ ms_by_worker: many }));
    expect(shown.map(({ worker, ms }) => `${worker} ${ms}`)).toEqual([
      'w1 9.6 ms',
      'w2 24 ms',
      'w4 31 ms',
      'w5 77 ms',
    ]);
    expect(more).toBe(2);
  });

  it.each([
    [aModel(), 'It came with the build.'],
    [anAddedModel({ in_use: true }), 'It is in use.'],
    [anAddedModel({ running_jobs: 1 }), 'A job goes by it.'],
    [anAddedModel({ running_jobs: 3 }), '3 jobs go by it.'],
    [anAddedModel(), ''],
  ])('says why it stays: %#', (model, words) => {
    expect(keptBecause(model)).toBe(words);
  });

  it.each([
    [0, 'No job is under way.'],
    [1, 'One job that has begun ends with coco.'],
    [2, '2 jobs that have begun end with coco.'],
  ])('says what a switch comes to: %i jobs', (running_jobs, words) => {
    expect(switchMeaning(anAddedModel(), aModel({ running_jobs }))).toBe(
      `The whole pool goes by gate from now on. ${words}`,
    );
  });
});

describe('a file that is to become a model', () => {
  it.each([
    ['yolov8n.onnx', 'yolov8n'],
    ['YOLOX_s.ONNX', 'YOLOX_s'],
    ['gate 7 (final).onnx', 'gate-7-final'],
    ['模型.onnx', ''],
    [`${'x'.repeat(80)}.onnx`, 'x'.repeat(64)],
  ])('is called as its file: %s', (file, name) => {
    expect(modelName(file)).toBe(name);
  });

  it('is refused here where it can be none', () => {
    expect(refusal({ name: 'yolov8n.pt', size: 9 })).toContain('ends in .onnx');
    expect(refusal({ name: 'a.onnx', size: 0 })).toContain('empty');
    expect(refusal({ name: 'a.ONNX', size: 9 })).toBe('');
  });
});
