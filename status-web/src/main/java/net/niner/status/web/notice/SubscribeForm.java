package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.niner.status.notice.InvalidSubscription;
import net.niner.status.notice.Subscribers;
import net.niner.status.notice.SubscriptionChoice;
import net.niner.status.notice.Topic;
import net.niner.status.server.Server;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.SmallForm;
import net.niner.status.web.platform.Visitor;

/** What stands in the form of a subscription: what somebody sent, what they chose before, or everything. */
@Named
@RequestScoped
public class SubscribeForm {

    private static final Pattern ONE = Pattern.compile("/subscribe/to/([A-Z0-9-]+)/?");

    @EJB
    private Subscribers subscribers;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visitor visitor;

    private List<Server> servers;
    private String address = "";
    private SubscriptionChoice choice;
    private String trouble;
    private final Map<String, String> problems = new HashMap<>();

    /** Everything; or the one server from whose page somebody came. */
    @PostConstruct
    void begin() {
        Matcher one = ONE.matcher(request.getRequestURI());
        Set<String> codes = one.matches() && isChoosable(one.group(1)) ? Set.of(one.group(1)) : Set.of();
        choice =
                new SubscriptionChoice(visitor.getLanguage().tag(), EnumSet.allOf(Topic.class), codes.isEmpty(), codes);
    }

    private boolean isChoosable(String code) {
        return getServers().stream().anyMatch(server -> server.code().equals(code));
    }

    void show(SubscriptionChoice chosen) {
        choice = chosen;
    }

    void take(SmallForm form) {
        address = form.value("address");
        Set<String> topics = form.values("topic");
        choice = new SubscriptionChoice(
                form.value("language"),
                Arrays.stream(Topic.values())
                        .filter(topic -> topics.contains(topic.name()))
                        .collect(Collectors.toSet()),
                !form.value("which").equals("some"),
                form.values("server"));
    }

    void refused(InvalidSubscription invalid) {
        invalid.problems()
                .forEach(problem -> problems.put(problem.field(), visitor.textFor("subscribe.wrong", problem.fault())));
    }

    void trouble(String text) {
        trouble = text;
    }

    SubscriptionChoice choice() {
        return choice;
    }

    public String getAddress() {
        return address;
    }

    /** Null where nothing is wrong with it. */
    public String problem(String field) {
        return problems.get(field);
    }

    public boolean isRefused() {
        return !problems.isEmpty();
    }

    /** What is wrong with the whole; null for nothing. */
    public String getTrouble() {
        return trouble;
    }

    /** What happens most, first. */
    public List<Topic> getTopics() {
        return List.of(Topic.INCIDENTS, Topic.MAINTENANCE, Topic.POST_MORTEMS, Topic.BILLING);
    }

    public boolean wants(Topic topic) {
        return choice.topics().contains(topic);
    }

    public boolean isEveryServer() {
        return choice.everyServer();
    }

    public List<Server> getServers() {
        if (servers == null) {
            servers = subscribers.choosable();
        }
        return servers;
    }

    public boolean wantsServer(String code) {
        return choice.codes().contains(code);
    }

    public boolean speaks(Language language) {
        return choice.language().equals(language.tag());
    }
}
