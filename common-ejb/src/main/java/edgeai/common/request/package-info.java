/**
 * What clients send ({@code wire}), as JSON and back: each request is written in one place and read
 * in one, strictly or as leniently as the contract says. Never knows who sends it, nor what becomes
 * of it.
 */
package edgeai.common.request;
