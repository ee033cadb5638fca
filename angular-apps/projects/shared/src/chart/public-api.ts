export * from './chart';
export * from './chart-series';
