import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { clockInterceptor, identityInterceptor, provideGate } from 'shared';
import { App } from './app';
import { routes } from './app.routes';
import { reachInterceptor } from './store/reach-interceptor';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideGate('Edge admin', App),
    provideHttpClient(
      withFetch(),
      withInterceptors([clockInterceptor, identityInterceptor, reachInterceptor]),
    ),
    provideRouter(routes, withComponentInputBinding()),
  ],
};
