import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { clockInterceptor } from 'shared';
import { routes } from './app.routes';
import { reachInterceptor } from './store/reach-interceptor';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([clockInterceptor, reachInterceptor])),
    provideRouter(routes, withComponentInputBinding()),
  ],
};
