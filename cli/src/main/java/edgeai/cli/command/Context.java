package edgeai.cli.command;

import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import edgeai.settings.Configuration;

/**
 * What every command is given.
 *
 * @param environment all settings
 * @param session ends what the command starts
 * @param configuration tells where each setting comes from
 */
public record Context(
    Console console,
    Checkout checkout,
    Environment environment,
    Session session,
    Configuration configuration) {}
