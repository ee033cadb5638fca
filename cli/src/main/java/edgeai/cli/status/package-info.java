/**
 * What runs, where, on which model.
 *
 * <p>Asks the servers that {@code run} knows or finds, and the ports on which others would be.
 * Never changes anything.
 */
package edgeai.cli.status;
