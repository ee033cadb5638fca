/**
 * Errors as clients read them, problems of RFC 9457. Turns refusals of the domain ({@code error}),
 * what the container throws, and failures that nobody foresaw into answers. The only package that
 * knows which status a refusal has. Never decides that something is refused.
 */
package edgeai.common.problem;
