/**
 * What shows how the worker does: health, readiness, metrics. Stands beside infer, enrol and
 * camera.
 */
package edgeai.worker.status;
