export * from './fake-web-socket';
