/**
 * The coordinator as a worker sees it: calls over HTTP, each with its timeout. Serves enrol and
 * infer. Never knows what a call is for.
 */
package edgeai.worker.coordinator;
