/**
 * What was done to servers, by whom and from where, as lines of a file that nobody but its owner
 * reads and that never grows without end. Servers and command write it, the command reads it. Never
 * decides what is worth a line.
 */
package edgeai.audit;
