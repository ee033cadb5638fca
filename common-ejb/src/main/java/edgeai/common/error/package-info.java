/**
 * How a server says that it cannot do what it was asked: one sealed {@link
 * edgeai.common.error.Refusal}, a class for each kind. Thrown by whoever finds it out; {@code
 * problem} alone knows what HTTP makes of it. Never knows who asked, nor by what.
 */
package edgeai.common.error;
