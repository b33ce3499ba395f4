package net.niner.status.web.board;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.board.ServerBoard;
import net.niner.status.board.ServerSheet;
import net.niner.status.history.Uptime;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.NotThere;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;
import net.niner.status.web.platform.Visitor;

/**
 * {@code /badge/NC036.svg}: what is declared of a server; {@code /badge/NC036/ping.svg}: what its checks see; {@code /badge/NC036/uptime.svg}: how
 * much of the last 30 days it was reachable.
 */
@ApplicationScoped
public class Badges implements PublicPages {

    private static final String BADGE = "/badge/(?<code>[A-Z0-9-]{1,20})";

    private static final int UPTIME_DAYS = 30;
    private static final BigDecimal GOOD_PERCENT = new BigDecimal("99.5");

    @EJB
    private Board board;

    @EJB
    private ServerBoard servers;

    @Inject
    private Visitor visitor;

    @Override
    public List<PublicPage> pages() {
        return List.of(
                PublicPage.made(BADGE + "(?:/status)?\\.svg", this::status),
                PublicPage.made(BADGE + "/ping\\.svg", this::ping),
                PublicPage.made(BADGE + "/uptime\\.svg", this::uptime));
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

    private Content uptime(Address address) throws NotThere {
        String code = line(address).code();
        Uptime reachable = servers.sheet(code)
                .flatMap(sheet -> sheet.shares().stream()
                        .filter(share -> share.days() == UPTIME_DAYS)
                        .findFirst())
                .map(ServerSheet.Share::reachable)
                .orElseThrow(NotThere::unknown);
        String label = visitor.format("badge.uptime", code, UPTIME_DAYS);
        if (!reachable.isKnown()) {
            return new Badge(label, visitor.textFor("ping", Outcome.UNKNOWN), Badge.PLAIN).content();
        }
        BigDecimal percent = reachable.percent(2);
        String tone = percent.compareTo(GOOD_PERCENT) >= 0 ? Badge.GOOD : Badge.NOTED;
        return new Badge(label, visitor.format("badge.percent", percent), tone).content();
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
