package net.niner.status.web.board;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.board.Agreement;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.Headline;
import net.niner.status.board.Observed.Reason;
import net.niner.status.board.Seen.Watch;
import net.niner.status.history.Outage;
import net.niner.status.history.Outages;
import net.niner.status.probe.Checks;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** What the checks see that somebody should look at: one item a server, and where the watch itself fails, one for that. */
@RequestScoped
public class BoardDeskItems implements DeskItems {

    private static final String CHECKS = "/admin/checks";

    /** Nobody reads more, and each costs every open desk something. */
    private static final int MOST = 50;

    private static final int CAUSES = 5;

    @EJB
    private Board board;

    @EJB
    private Outages outages;

    @EJB
    private Checks checks;

    @Inject
    private Visitor visitor;

    @Override
    public List<DeskItem> items() {
        Words words = visitor.words();
        Glance glance = board.glance();
        Map<String, List<Outage>> lasting = outages.lasting().stream()
                .collect(Collectors.groupingBy(BoardDeskItems::server, LinkedHashMap::new, Collectors.toList()));
        List<DeskItem> items = new ArrayList<>();
        if (checks.ownLinkIsDown()) {
            items.add(new DeskItem(
                    Urgency.NOW,
                    words.of("desk.link"),
                    words.of("desk.link.detail"),
                    null,
                    words.of("desk.look"),
                    CHECKS));
        }
        Watch watch = Headline.of(glance.lines()).seen().watch();
        if (watch == Watch.SILENT) {
            items.add(new DeskItem(
                    Urgency.NOW,
                    words.of("desk.silent"),
                    words.of("desk.silent.detail"),
                    null,
                    words.of("desk.look.jobs"),
                    "/admin/jobs"));
        }
        glance.lines().forEach(line -> server(line, lasting, watch, items));
        Set<String> down = glance.lines().stream()
                .filter(line -> isDown(line) || isWorkedOn(line))
                .map(Line::code)
                .collect(Collectors.toSet());
        lasting.forEach((server, failing) -> {
            if (!down.contains(server)) {
                items.add(failing.size() == 1 ? check(failing.get(0)) : checks(server, failing));
            }
        });
        unchecked(glance, items);
        return Most.urgent(items, MOST, this::more);
    }

    private void server(Line line, Map<String, List<Outage>> lasting, Watch watch, List<DeskItem> items) {
        Words words = visitor.words();
        if (isDown(line)) {
            List<Outage> failing = lasting.getOrDefault(line.code(), List.of());
            Urgency urgency = isWorkedOn(line) ? Urgency.LATER : Urgency.NOW;
            DeskItem down = item(urgency, "desk.down", line, because(line, failing));
            items.add(
                    Agreement.of(line) == Agreement.UNDECLARED && may(Permission.INCIDENTS)
                            ? declare(down, line)
                            : down);
        } else if (Agreement.of(line) == Agreement.ANSWERS_ALL_THE_SAME) {
            items.add(item(
                    Urgency.SOON,
                    "desk.answers",
                    line,
                    words.of("desk.answers.detail", words.of("status", line.declared()))));
        } else if (line.observed().ping() == Outcome.SLOW) {
            items.add(item(Urgency.SOON, "desk.slow", line, latency(line)));
        } else if (line.observed().reason() == Reason.STALE && watch != Watch.SILENT) {
            items.add(item(Urgency.SOON, "desk.stale", line, words.of("desk.stale.detail")));
        }
    }

    /** The same, with the next thing to do: to tell visitors. */
    private DeskItem declare(DeskItem down, Line line) {
        return new DeskItem(
                down.urgency(),
                down.text(),
                down.detail(),
                down.since(),
                visitor.words().of("incident.desk.open"),
                "/admin/incident-new?server=" + line.code());
    }

    private static boolean may(Permission permission) {
        return Caller.current().filter(who -> who.may(permission)).isPresent();
    }

    /** What the checks say, and whether visitors are told. */
    private String because(Line line, List<Outage> failing) {
        Words words = visitor.words();
        String causes = causes(failing);
        String told = Agreement.of(line) == Agreement.UNDECLARED
                ? words.of("desk.untold", lower(words.of("status", line.declared())))
                : "";
        return (causes + " " + told).strip();
    }

    private DeskItem check(Outage outage) {
        Words words = visitor.words();
        return new DeskItem(
                Urgency.NOW,
                words.of("desk.outage", outage.check()),
                outage.cause() == null ? "" : outage.cause(),
                outage.began(),
                words.of("desk.look"),
                "/admin/check?id=" + outage.checkId());
    }

    /** Several checks of one server that is not down as a whole. */
    private DeskItem checks(String server, List<Outage> failing) {
        Words words = visitor.words();
        return new DeskItem(
                Urgency.NOW,
                words.of("desk.outages", server, failing.size()),
                causes(failing),
                failing.get(0).began(),
                words.of("desk.look"),
                CHECKS + "?server=" + server);
    }

    private String causes(List<Outage> failing) {
        Words words = visitor.words();
        return failing.stream()
                .limit(CAUSES)
                .map(outage -> words.of(
                        "desk.cause", outage.check().substring(server(outage).length() + 1), outage.cause()))
                .collect(Collectors.joining(" "));
    }

    private DeskItem more(Urgency urgency, int leftOut) {
        Words words = visitor.words();
        return new DeskItem(
                urgency,
                words.of("desk.more", leftOut),
                words.of("desk.more.detail"),
                null,
                words.of("desk.look"),
                CHECKS);
    }

    private void unchecked(Glance glance, List<DeskItem> items) {
        Words words = visitor.words();
        List<String> without = glance.lines().stream()
                .filter(line -> line.observed().reason() == Reason.NO_CHECK)
                .map(Line::code)
                .toList();
        if (may(Permission.SERVERS) && !without.isEmpty()) {
            items.add(new DeskItem(
                    without.size() == glance.lines().size() ? Urgency.SOON : Urgency.LATER,
                    words.of("desk.unchecked", without.size()),
                    String.join(", ", without),
                    null,
                    words.of("desk.add"),
                    CHECKS));
        }
    }

    private DeskItem item(Urgency urgency, String key, Line line, String detail) {
        Words words = visitor.words();
        String what = words.of("desk.server", line.code(), lower(words.of("role", line.role())), line.city());
        return new DeskItem(
                urgency,
                words.of(key, what),
                detail,
                line.observed().since(),
                words.of("desk.look"),
                "/admin/server?code=" + line.code());
    }

    private String latency(Line line) {
        return line.observed().latency() == null
                ? ""
                : visitor.words()
                        .of("desk.slow.detail", new Latency(line.observed().latency()).text(visitor.words()));
    }

    /** Then nothing alerts. */
    private static boolean isWorkedOn(Line line) {
        return line.declared() == DeclaredStatus.MAINTENANCE;
    }

    private static boolean isDown(Line line) {
        return line.observed().ping() == Outcome.DOWN;
    }

    /** An outage names its check as {@code NC036 webmail}. */
    private static String server(Outage outage) {
        return outage.check().substring(0, outage.check().indexOf(' '));
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
