package edgeai.common.oidc;

import jakarta.json.JsonObject;

/**
 * What came of a form.
 *
 * @param taken or refused, as the body says
 */
record FormAnswer(boolean taken, JsonObject body) {}
