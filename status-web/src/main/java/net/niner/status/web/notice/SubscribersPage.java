package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.niner.status.notice.Subscriber;
import net.niner.status.notice.SubscriberDesk;
import net.niner.status.notice.SubscriberState;
import net.niner.status.platform.Page;
import net.niner.status.server.Server;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Lines;
import net.niner.status.web.platform.faces.Missing;

/** Who wants to be told, latest first. */
@Named
@ViewScoped
public class SubscribersPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SubscriberDesk desk;

    @Inject
    private Visitor visitor;

    @Inject
    private Me me;

    private String text = "";
    private SubscriberState state;
    private final Lines<Subscriber, Order> lines = new Lines<>(Order.LATEST, this::page, Subscriber::id);

    /** There is one: the latest first. */
    public enum Order {
        LATEST
    }

    /** How many are in that state. */
    public record Count(SubscriberState state, int count) {}

    @PostConstruct
    void enter() {
        if (!me.may("BILLING")) {
            Missing.refuse();
        }
    }

    private Page<Subscriber> page(Order order, boolean ascending, int first, int most) {
        return desk.find(text, state, first, most);
    }

    public List<Count> getCounts() {
        Map<SubscriberState, Integer> counts = desk.counts();
        return Arrays.stream(SubscriberState.values())
                .map(one -> new Count(one, counts.getOrDefault(one, 0)))
                .toList();
    }

    public void remove(Subscriber subscriber) {
        Feedback.say(desk.end(subscriber.id()) ? "outbox.subscribers.removed" : "outbox.subscribers.gone");
    }

    /** In words. */
    public String topics(Subscriber subscriber) {
        return subscriber.topics().stream()
                .map(topic -> visitor.textFor("outbox.topic", topic))
                .collect(Collectors.joining(", "));
    }

    public String servers(Subscriber subscriber) {
        return subscriber.everyServer()
                ? visitor.text("outbox.subscribers.every")
                : subscriber.servers().stream().map(Server::code).collect(Collectors.joining(", "));
    }

    public Lines<Subscriber, Order> getLines() {
        return lines;
    }

    public SubscriberState[] getStates() {
        return SubscriberState.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public SubscriberState getState() {
        return state;
    }

    public void setState(SubscriberState state) {
        this.state = state;
    }
}
