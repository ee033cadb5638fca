/**
 * The project as its users meet it: real servers, started by the line in the manual, held against
 * the wire contract and against videos whose objects are known.
 */
package edgeai.systemtests;
