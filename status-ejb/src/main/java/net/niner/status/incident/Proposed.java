package net.niner.status.incident;

import java.util.Map;

/**
 * The site drafted an incident, or changed or dropped such a draft.
 *
 * @param action as the audit trail names it
 */
record Proposed(String action, String title, Map<String, String> before, Map<String, String> after) {}
