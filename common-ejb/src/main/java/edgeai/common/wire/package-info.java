/**
 * The words of the wire contract that several servers speak. Pure records; owns no behaviour beyond
 * counting. Never imports Jakarta or a native library.
 */
package edgeai.common.wire;
