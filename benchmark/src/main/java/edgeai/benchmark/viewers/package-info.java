/** What people who watch the live stream get, and what they cost a coordinator and its job. */
package edgeai.benchmark.viewers;
