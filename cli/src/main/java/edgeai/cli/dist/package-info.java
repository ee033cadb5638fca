/**
 * {@code ./edge dist}: archives of what was built, each with a Java runtime of its own, that run
 * where there is nothing else. Takes what the build made; never changes it.
 */
package edgeai.cli.dist;
