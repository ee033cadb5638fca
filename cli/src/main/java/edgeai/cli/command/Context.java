package edgeai.cli.command;

import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;

/**
 * What every command is given.
 *
 * @param environment all settings
 * @param session ends what the command starts
 */
public record Context(
    Console console, Checkout checkout, Environment environment, Session session) {}
