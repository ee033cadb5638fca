/** How much of what the model could do on this machine is left when a job is done by servers. */
package edgeai.benchmark.efficiency;
