/**
 * What the same frames of the same file cost a plain program without servers, as a reference for
 * jobs: a program of its own, and its life beside the benchmarks.
 */
package edgeai.benchmark.loop;
