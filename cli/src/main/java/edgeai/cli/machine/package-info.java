/**
 * What the machine tells: addresses and ports, what a process has and asks for.
 *
 * <p>Used by whatever starts or follows servers. Never changes anything but by a signal.
 */
package edgeai.cli.machine;
