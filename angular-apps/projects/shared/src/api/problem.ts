import { HttpErrorResponse } from '@angular/common/http';
import { TimeoutError } from 'rxjs';

interface Problem {
  detail: string;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body;
}

/** What went wrong with a call, in the server's words where it said any. */
export function problemText(error: unknown): string {
  if (error instanceof TimeoutError) {
    return 'The server does not answer.';
  }
  if (!(error instanceof HttpErrorResponse)) {
    return error instanceof Error ? error.message : String(error);
  }
  if (error.status === 0) {
    return 'The server does not answer.';
  }
  const body = bodyOf(error);
  return isProblem(body) ? String(body.detail) : `The server answered ${error.status}.`;
}

/**
 * Whether a call found nobody: no answer, or one without words of ours, as a proxy gives in the
 * place of a server that is away, and a server that is still starting.
 */
export function isAway(error: unknown): boolean {
  return (
    error instanceof TimeoutError ||
    (error instanceof HttpErrorResponse && !isProblem(bodyOf(error)))
  );
}

function bodyOf(error: HttpErrorResponse): unknown {
  return typeof error.error === 'string' ? parsed(error.error) : error.error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
