package net.niner.status.web.board;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.NotThere;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;
import net.niner.status.web.platform.Visitor;

/** {@code /badge/NC036.svg}: what is declared of a server; {@code /badge/NC036/ping.svg}: what its checks see. */
@ApplicationScoped
public class Badges implements PublicPages {

    private static final String BADGE = "/badge/(?<code>[A-Z0-9-]{1,20})";

    @EJB
    private Board board;

    @Inject
    private Visitor visitor;

    @Override
    public List<PublicPage> pages() {
        return List.of(
                PublicPage.made(BADGE + "(?:/status)?\\.svg", this::status),
                PublicPage.made(BADGE + "/ping\\.svg", this::ping));
    }

    private Content status(Address address) throws NotThere {
        Glance.Line line = line(address);
        return new Badge(line.code(), visitor.textFor("status", line.declared()), tone(line.declared())).content();
    }

    private Content ping(Address address) throws NotThere {
        Glance.Line line = line(address);
        Outcome ping = line.observed().ping();
        return new Badge(line.code() + " " + visitor.text("glance.ping"), visitor.textFor("ping", ping), tone(ping))
                .content();
    }

    private Glance.Line line(Address address) throws NotThere {
        String code = address.part("code").orElseThrow();
        return board.glance().lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(NotThere::unknown);
    }

    private static String tone(DeclaredStatus status) {
        return switch (status) {
            case OPERATIONAL -> Badge.GOOD;
            case DEGRADED -> Badge.NOTED;
            case PARTIAL_OUTAGE, MAJOR_OUTAGE -> Badge.BAD;
            case MAINTENANCE, INTERNAL -> Badge.PLAIN;
        };
    }

    private static String tone(Outcome ping) {
        return switch (ping) {
            case UP -> Badge.GOOD;
            case SLOW -> Badge.NOTED;
            case DOWN -> Badge.BAD;
            case UNKNOWN -> Badge.PLAIN;
        };
    }
}
