/**
 * The HTTP manners every server shares: strict reading of JSON bodies, JSON output in snake case,
 * CORS, the dashboard's files, answers that go on without their thread and the negotiation of
 * {@code /metrics}. Owns no business word. Never lets a stack trace or an HTML page out.
 */
package edgeai.common.http;
