/**
 * A pool for measuring dispatch: a coordinator whose frames come from no video, and workers that
 * infer nothing. The classes that are added to the coordinator lie in {@code edgeai.coordinator}.
 */
package edgeai.benchmark.synthetic;
