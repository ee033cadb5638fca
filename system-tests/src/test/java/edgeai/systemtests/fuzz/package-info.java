/**
 * Wrong input that nobody thought of: each call of each server's own table, its WebSockets, what
 * workers answer, and files, drawn from a seed. {@link edgeai.systemtests.fuzz.Kind} is the list;
 * {@link edgeai.systemtests.fuzz.Manners} says which answers are in order, and {@link
 * edgeai.systemtests.fuzz.Site} what servers must be like afterwards. {@code ./edge fuzz} prints
 * the table.
 */
package edgeai.systemtests.fuzz;
