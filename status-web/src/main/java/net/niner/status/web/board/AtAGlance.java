package net.niner.status.web.board;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.board.Headline;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Assets;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** The page at {@code /}: the overall sentence and Systems at a Glance. */
@Named
@RequestScoped
public class AtAGlance {

    @EJB
    private Board board;

    @Inject
    private Visitor visitor;

    @Inject
    private Assets assets;

    private Glance glance;
    private Sentence sentence;
    private List<Row> rows;

    @PostConstruct
    void look() {
        glance = board.glance();
        sentence = new Sentence(Headline.of(glance.lines()), glance.asOf(), visitor.words());
        rows = glance.lines().stream()
                .map(line -> Row.of(line, visitor.words(), assets))
                .toList();
    }

    public Sentence getSentence() {
        return sentence;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** To the minute, so that a page on which nothing changed stays the same page for a while. */
    public Moment getAsOf() {
        return visitor.moment(glance.asOf().truncatedTo(ChronoUnit.MINUTES));
    }

    /** What the legend explains. */
    public DeclaredStatus[] getStatuses() {
        return DeclaredStatus.values();
    }

    /** What the legend explains. */
    public Outcome[] getPings() {
        return Outcome.values();
    }
}
