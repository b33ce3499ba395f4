package net.niner.status.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.account.User;
import net.niner.status.notice.SignedRefs;

/** What clients choose themselves about the mail that they get, by a link in it; it needs no permission but the link. */
@Stateless
public class ClientPreferences {

    private static final Pattern REF = Pattern.compile("client:(\\d{1,18})");
    private static final String THE_CLIENT = "the client";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private SignedRefs refs;

    @Inject
    private Clock clock;

    /**
     * Nothing else about the client.
     *
     * @param language a tag, empty where nobody has said it
     */
    public record Preference(Optional<String> language, boolean reminders) {}

    /** Empty for what is no link, and for clients of whom nothing is known any more. */
    public Optional<Preference> of(String token) {
        return client(token)
                .map(client -> new Preference(client.language().map(Locale::getLanguage), client.wantsReminders()));
    }

    /**
     * Says whether there is such a client.
     *
     * @param language one of those that are spoken here; another changes nothing
     */
    public boolean change(String token, String language, boolean reminders) {
        Optional<Client> found = client(token);
        found.ifPresent(client -> {
            if (User.LANGUAGES.contains(language)) {
                client.chooseLanguage(Locale.forLanguageTag(language));
            }
            client.wantReminders(reminders);
            client.changed(THE_CLIENT, clock.instant());
        });
        return found.isPresent();
    }

    private Optional<Client> client(String token) {
        return refs.ref(token)
                .map(REF::matcher)
                .filter(Matcher::matches)
                .map(matcher -> em.find(Client.class, Long.valueOf(matcher.group(1))))
                .filter(client -> client.erasedAt().isEmpty());
    }
}
