/** What a coordinator's ledger costs in each of the databases it can be in. */
package edgeai.benchmark.databases;
