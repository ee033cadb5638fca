/**
 * Beside all stages. Steps of traces: what is done for an upload, a frame, a command, at whichever
 * server, in one tree (OpenTelemetry, by MicroProfile Telemetry). Records them where somebody
 * collects them, and hands on where a call belongs in any case.
 *
 * <p>Never makes anybody wait for a collector.
 */
package edgeai.common.trace;
