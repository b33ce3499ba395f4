package net.niner.status.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import net.niner.status.notice.Subscriber;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import net.niner.status.web.platform.Visitor;

/** The link from a mail that somebody followed, and whose it is. */
@Named
@RequestScoped
public class SubscriptionLink {

    /** What has just been done, behind the address that is shown then. */
    static final String CONFIRMED = "confirmed";

    static final String SAVED = "saved";

    @Inject
    private Visitor visitor;

    private String token;
    private String done = "";
    private Subscriber subscriber;

    /** @param query null for none */
    void follow(String followed, String query) {
        token = followed;
        List<String> words = query == null ? List.of() : List.of(query.split("&"));
        if (words.contains(CONFIRMED)) {
            done = CONFIRMED;
        } else if (words.contains(SAVED)) {
            done = SAVED;
        }
    }

    void show(Subscriber whose) {
        subscriber = whose;
    }

    public String getToken() {
        return token;
    }

    /** Null where nobody is there any more. */
    public Subscriber getSubscriber() {
        return subscriber;
    }

    public boolean isActive() {
        return subscriber != null && subscriber.isActive();
    }

    /** Something is, or would be, sent to whoever that is. */
    public boolean isToLeave() {
        return subscriber != null && subscriber.endedAt().isEmpty();
    }

    /** Those that clients may know of. */
    public List<String> getCodes() {
        return subscriber.servers().stream()
                .filter(server -> server.visibility() == Visibility.PUBLIC)
                .map(Server::code)
                .toList();
    }

    /** What has just been done; null for nothing. */
    public String getDone() {
        return switch (done) {
            case CONFIRMED -> visitor.text("subscribe.done.confirmed");
            case SAVED -> visitor.text("subscribe.done.saved");
            default -> null;
        };
    }

    /** The address of a page behind the same link: {@code manage}, as in {@code /subscribe/manage/}. */
    public String to(String path) {
        return visitor.link(path + token);
    }
}
