/**
 * The documents of the calls ({@code docs/api}): made from the annotations of the resources, the
 * Javadoc of what goes in and out, and the tables of the doors, and held against what is committed
 * and what servers answer.
 */
package edgeai.systemtests.api;
