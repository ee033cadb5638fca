/**
 * Measures, on this machine, and prints figures beside references. Owns the command line, the
 * table, the JSON, the pictures that are measured on and what one benchmark leaves to the next;
 * each benchmark has a package of its own. Never judges a figure: nothing here fails because
 * something was slow.
 */
package edgeai.benchmark;
