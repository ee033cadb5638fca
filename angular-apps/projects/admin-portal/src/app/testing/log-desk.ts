import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Detection } from '../api/wire';
import { DetectionLog } from '../store/detection-log';

/** The log, with the server's side of it in the hands of a spec. */
export class LogDesk {
  readonly log = TestBed.inject(DetectionLog);
  private readonly http = TestBed.inject(HttpTestingController);

  /** The numbers of the events that are shown. */
  get shown(): readonly number[] | undefined {
    return this.log.entries()?.map(({ key }) => Number(key.slice(1)));
  }

  /** What is asked for and still wanted. */
  asked(): TestRequest[] {
    return this.http
      .match(({ url }) => url === '/detections')
      .filter((request) => !request.cancelled);
  }

  /** Answers the one call that is on its way, and returns its address. */
  answer(events: readonly Detection[], next: string | null = null): string {
    const [request, ...others] = this.asked();
    if (!request || others.length > 0) {
      throw new Error(`${others.length + (request ? 1 : 0)} calls are on their way`);
    }
    request.flush(events, next === null ? {} : { headers: { 'Next-Cursor': next } });
    return request.request.urlWithParams;
  }

  fail(): void {
    this.asked().forEach((request) =>
      request.flush({ detail: 'The database is busy.' }, { status: 503, statusText: 'Busy' }),
    );
  }

  /** Shows the first page. */
  begin(events: readonly Detection[], next: string | null = null): void {
    this.log.refresh();
    this.answer(events, next);
  }
}
