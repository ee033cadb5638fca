/**
 * What it saves, and what it costs, that frames which show nothing new are not inferred: jobs of
 * the same videos with and without. Compares what is told of frames and looks at none.
 */
package edgeai.benchmark.still;
