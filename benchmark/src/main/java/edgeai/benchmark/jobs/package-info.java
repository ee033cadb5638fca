/**
 * Jobs that are measured by their frames on the ledger, and workers for them that infer nothing and
 * answer pieces of video as well as frames.
 */
package edgeai.benchmark.jobs;
