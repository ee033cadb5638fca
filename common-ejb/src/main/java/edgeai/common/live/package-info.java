/**
 * Pushes messages to whoever listens on a WebSocket: one bounded queue per client, asynchronous
 * output, no thread per client. Owns the fan-out, pings and the end of clients that do not read.
 * Never knows what a message says.
 */
package edgeai.common.live;
