/**
 * What runs, where, on which model.
 *
 * <p>Asks the servers that {@code run} knows. Never changes anything.
 */
package edgeai.cli.status;
