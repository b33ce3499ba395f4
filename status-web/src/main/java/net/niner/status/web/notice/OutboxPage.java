package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.niner.status.notice.NoticeFilter;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.NoticeRow;
import net.niner.status.notice.NoticeSort;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.Outbox;
import net.niner.status.platform.Page;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.faces.Lines;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** Every notice, latest first, until the reader chooses a column. The address says which pile of them is shown. */
@Named
@ViewScoped
public class OutboxPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String PILES = OutboxPage.class.getName() + ".piles";

    @Inject
    private transient Outbox outbox;

    @Inject
    private Me me;

    private Show show = Show.ALL;
    private String text;
    private NoticeState state;
    private NoticeKind kind;
    private final Lines<NoticeRow, NoticeSort> lines = new Lines<>(NoticeSort.TIME, this::page, NoticeRow::id);

    @PostConstruct
    void enter() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        show = Arrays.stream(Show.values())
                .filter(one -> one.name().equals(Faces.getRequestParameter("show")))
                .findFirst()
                .orElse(Show.ALL);
    }

    private Page<NoticeRow> page(NoticeSort sort, boolean ascending, int first, int most) {
        return outbox.find(filter(), sort, ascending != (sort == NoticeSort.TIME), first, most);
    }

    private NoticeFilter filter() {
        NoticeFilter pile = show.filter();
        return new NoticeFilter(
                state == null || show != Show.ALL ? pile.states() : Set.of(state),
                kind == null ? Set.of() : Set.of(kind),
                text,
                null,
                null,
                null,
                pile.awaitingApproval());
    }

    /** A quick filter, with how many it would show; of all there are, that says nothing. */
    public record Pile(Show show, int count) {

        public String urgency() {
            return count == 0 ? "" : show.urgency();
        }
    }

    /** Counted once for an answer. */
    public List<Pile> getPiles() {
        List<Pile> piles = Faces.getRequestAttribute(PILES);
        if (piles == null) {
            piles = Arrays.stream(Show.values())
                    .map(one -> new Pile(one, one == Show.ALL ? 0 : outbox.count(one.filter())))
                    .toList();
            Faces.setRequestAttribute(PILES, piles);
        }
        return piles;
    }

    /** How many wait for approval. */
    public int getWaiting() {
        return getPiles().stream()
                .filter(pile -> pile.show() == Show.APPROVAL)
                .mapToInt(Pile::count)
                .sum();
    }

    public Lines<NoticeRow, NoticeSort> getLines() {
        return lines;
    }

    public Show getShow() {
        return show;
    }

    public NoticeState[] getStates() {
        return NoticeState.values();
    }

    public NoticeKind[] getKinds() {
        return NoticeKind.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null || text.isBlank() ? null : text;
    }

    public NoticeState getState() {
        return state;
    }

    public void setState(NoticeState state) {
        this.state = state;
    }

    public NoticeKind getKind() {
        return kind;
    }

    public void setKind(NoticeKind kind) {
        this.kind = kind;
    }
}
