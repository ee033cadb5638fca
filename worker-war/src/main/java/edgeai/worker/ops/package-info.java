/** What shows how the worker does: health, readiness, metrics. Stands beside infer and enrol. */
package edgeai.worker.ops;
