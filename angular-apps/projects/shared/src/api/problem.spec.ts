import { HttpErrorResponse } from '@angular/common/http';
import { isAway, problemText } from './problem';

const answer = (status: number, error: unknown) => new HttpErrorResponse({ status, error });

describe('problems', () => {
  it('are told in the server’s words, also from a text', () => {
    const problem = { status: 422, detail: 'limit must be at most 1000.' };
    expect(problemText(answer(422, problem))).toBe(problem.detail);
    expect(problemText(answer(422, JSON.stringify(problem)))).toBe(problem.detail);
    expect(isAway(answer(422, problem))).toBe(false);
  });

  it('are told by their status where there are no words', () => {
    expect(problemText(answer(502, '<html></html>'))).toBe('The server answered 502.');
    expect(problemText(answer(0, null))).toBe('The server does not answer.');
  });

  it.each([
    ['nobody', 0, null],
    ['a proxy', 502, '<html>bad gateway</html>'],
    ['a server that starts', 404, '<html>not found</html>'],
    ['a server that starts', 500, ''],
  ])('of %s mean that the server is away', (_, status, body) =>
    expect(isAway(answer(status, body))).toBe(true),
  );
});
