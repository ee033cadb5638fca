import { anAlert } from '../testing/samples';
import { alertEntry } from './alert-view';

describe('an alert of the feed', () => {
  it('leads to its frame', () => {
    expect(alertEntry(anAlert()).link).toEqual({
      commands: ['/jobs', 'job-1', { frame: 7 }],
      text: 'Frame 7',
    });
  });

  it('leads nowhere without a job', () => {
    expect(alertEntry(anAlert({ job_id: null })).link).toBeUndefined();
  });
});
