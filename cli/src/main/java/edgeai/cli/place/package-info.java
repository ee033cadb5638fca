/**
 * Where a command is: the folder of the checkout, the folder of who called it, the settings in its
 * environment.
 *
 * <p>Settings come in here and nowhere else. Never starts anything.
 */
package edgeai.cli.place;
