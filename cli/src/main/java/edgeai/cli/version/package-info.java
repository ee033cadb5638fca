/**
 * What exactly runs here: this project, and the parts that it stands on.
 *
 * <p>Asks files, and Git for the commit of a checkout. Never changes anything.
 */
package edgeai.cli.version;
