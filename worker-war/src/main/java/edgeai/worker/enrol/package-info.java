/**
 * How a worker becomes and stays a member of the coordinator's pool: model, registration,
 * heartbeat, farewell. Stands beside infer. Never sees a frame.
 */
package edgeai.worker.enrol;
