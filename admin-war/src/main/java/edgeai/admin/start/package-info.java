/**
 * The start of the admin server: the threads there are, the root of its paths, and the last step,
 * after which it is ready. Only health and metrics look at it. Never does the work of a package
 * that it starts.
 */
package edgeai.admin.start;
