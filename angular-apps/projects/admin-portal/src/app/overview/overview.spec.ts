import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AlertStore } from '../store/alert-store';
import { anAlert } from '../testing/samples';
import { Overview } from './overview';

describe('Overview', () => {
  let fixture: ComponentFixture<Overview>;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      deferBlockBehavior: DeferBlockBehavior.Manual,
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Overview);
    fixture.detectChanges();
    TestBed.inject(AlertStore).refresh();
  });

  const alerts = () =>
    (fixture.nativeElement as HTMLElement).querySelector('.alerts')?.textContent ?? '';

  it('shows the alerts', () => {
    expect(alerts()).toContain('loading');
    http.expectOne('/camera-alerts').flush([anAlert()]);
    fixture.detectChanges();
    expect(alerts()).toContain('A person and a bus are in the same frame.');
    expect(alerts()).not.toContain('loading');
  });

  it('says where there is no alert', () => {
    http.expectOne('/camera-alerts').flush([]);
    fixture.detectChanges();
    expect(alerts()).toContain('What the cameras warn of appears here.');
  });

  it('says why the alerts could not be read', () => {
    http.expectOne('/camera-alerts').error(new ProgressEvent('error'));
    fixture.detectChanges();
    expect(alerts()).toContain('The server does not answer.');
  });
});
