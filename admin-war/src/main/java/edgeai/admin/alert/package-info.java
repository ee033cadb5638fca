/**
 * What a person should look at, as cameras post it. Owns the log of alerts; live shows new ones.
 * Never judges a detection.
 */
package edgeai.admin.alert;
