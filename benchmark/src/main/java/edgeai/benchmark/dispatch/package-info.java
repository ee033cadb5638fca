/** What dispatch takes of a frame's time beside the bytes' way to a worker and back. */
package edgeai.benchmark.dispatch;
