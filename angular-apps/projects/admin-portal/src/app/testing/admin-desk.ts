import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { FakeWebSocket } from 'shared/testing';
import { aCamera, anAnalytics } from './samples';

const ANSWERS: Readonly<Record<string, object>> = {
  '/cameras': [aCamera()],
  '/camera-alerts': [],
  '/analytics': anAnalytics(),
  '/detections': [],
  '/metrics': { events_total: 0 },
};
const REASON = { status: 503, statusText: 'Unavailable' };

/** The server's side of the portal in the hands of a spec. */
export class AdminDesk {
  private readonly http = TestBed.inject(HttpTestingController);

  /** What is asked for and still wanted. */
  asked(): TestRequest[] {
    return this.http.match(() => true).filter((request) => !request.cancelled);
  }

  /** Answers everything that is asked for, and returns what that was. */
  answer(other: Readonly<Record<string, object>> = {}): string[] {
    const requests = this.asked();
    requests.forEach((one) => one.flush({ ...ANSWERS, ...other }[one.request.url] ?? {}));
    TestBed.tick();
    return requests.map((one) => one.request.url).sort();
  }

  /** Refuses everything that is asked for, until nothing is any more. */
  refuse(): void {
    for (let requests = this.asked(); requests.length > 0; requests = this.asked()) {
      requests.forEach((one) => one.flush({ detail: 'No.' }, REASON));
    }
    TestBed.tick();
  }

  /** Is away: nothing that is asked for is answered. */
  stayAway(): void {
    this.asked().forEach((one) => one.error(new ProgressEvent('error')));
    TestBed.tick();
  }

  openSocket(): void {
    FakeWebSocket.last.open();
    TestBed.tick();
  }

  breakSocket(): void {
    FakeWebSocket.last.break();
    TestBed.tick();
  }

  /** Pushes from now on, and has answered all that is asked for because of it. */
  goLive(): void {
    this.openSocket();
    while (this.answer().length > 0) {
      TestBed.tick();
    }
  }
}
