/** What a GPU is worth here, where there is one. */
package edgeai.benchmark.cuda;
