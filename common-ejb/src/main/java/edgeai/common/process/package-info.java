/**
 * A server as a process of the operating system: its locale, its signals, its orderly end, which
 * all beans are told of. Never knows which server it is in, nor what the beans do at the end.
 */
package edgeai.common.process;
