/**
 * The start of a worker: the threads there are, and the root of its paths. Nobody looks at it.
 * Never does the work of a package whose threads it makes.
 */
package edgeai.worker.start;
