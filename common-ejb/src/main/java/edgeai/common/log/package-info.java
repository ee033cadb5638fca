/**
 * Beside all stages. What a line of the log looks like, in words or as JSON, and what the thread
 * that writes it is at work on ({@code LogContext}).
 *
 * <p>Needs nobody, since everybody may log. Never decides what is logged, nor where to.
 */
package edgeai.common.log;
