package net.niner.status.billing;

import java.util.Map;
import java.util.Set;

/**
 * What the site knows already, that the files of an import may refer to.
 *
 * @param clients ids of the source's clients
 * @param clientsByName id by name, of those whose name only one client has
 * @param servers codes
 */
record ImportKnown(Set<String> clients, Map<String, String> clientsByName, Set<String> servers) {}
