/** Whether twice the places do twice the frames. */
package edgeai.benchmark.scaling;
