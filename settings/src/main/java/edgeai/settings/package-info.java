/**
 * What an operator may set: the catalogue of all settings, each with its default, its bounds and
 * its meaning, and how a value is read, checked and complained of. Servers and command read through
 * it; it knows none of them, and nothing but the JDK.
 */
package edgeai.settings;
