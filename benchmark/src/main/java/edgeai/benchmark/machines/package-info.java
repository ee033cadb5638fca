/** Whether a second machine does as much again, with processors in place of machines. */
package edgeai.benchmark.machines;
