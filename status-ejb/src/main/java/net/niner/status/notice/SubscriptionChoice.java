package net.niner.status.notice;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody wants to be told of, and how.
 *
 * @param language a tag, as in {@code fr}
 * @param everyServer all servers, also those that join later; {@code codes} say nothing then
 * @param codes of the chosen servers
 */
public record SubscriptionChoice(String language, Set<Topic> topics, boolean everyServer, Set<String> codes) {

    public SubscriptionChoice {
        topics = topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics);
        codes = new TreeSet<>(codes);
    }
}
