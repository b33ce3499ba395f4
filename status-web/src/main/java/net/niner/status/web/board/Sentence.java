package net.niner.status.web.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.Headline;
import net.niner.status.board.Seen;
import net.niner.status.incident.LatestUpdate;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Words;

/** The overall sentence in words, and what has to be added to it. */
public final class Sentence {

    private final Headline headline;
    private final Instant now;
    private final Words words;

    Sentence(Headline headline, Instant now, Words words) {
        this.headline = headline;
        this.now = now;
        this.words = words;
    }

    /** The answer of the first second. */
    public String getTitle() {
        return switch (headline.kind()) {
            case NOTHING_LISTED -> words.of("headline.nothing");
            case DECLARED -> declared(worst());
            case UNDECLARED -> undeclared();
            case WATCH_SILENT -> words.of("headline.silent");
            case WATCH_UNPROVEN -> words.of("headline.unproven");
            case ALL_OPERATIONAL -> words.of("headline.operational");
        };
    }

    /** One sentence each. */
    public List<String> getAdditions() {
        List<String> additions = new ArrayList<>();
        int others = headline.declared().size() - 1;
        int undeclared = headline.undeclared().size();
        if (headline.kind() == Headline.Kind.DECLARED) {
            if (worst().declaration() != null && worst().declaration().update() != null) {
                additions.add(update(worst().declaration().update()));
            }
            if (others > 0) {
                additions.add(words.of("addition.others", others));
            }
            if (undeclared > 0) {
                additions.add(words.of("addition.undeclared", undeclared));
            }
        } else if (headline.kind() == Headline.Kind.UNDECLARED) {
            additions.add(words.of("addition.nobody"));
        }
        additions.addAll(seen(headline.seen()));
        return additions;
    }

    /** How it looks: {@code calm}, {@code notice} or {@code alert}. */
    public String getTone() {
        return switch (headline.kind()) {
            case ALL_OPERATIONAL -> "calm";
            case NOTHING_LISTED, WATCH_SILENT, WATCH_UNPROVEN -> "notice";
            case DECLARED -> worst().declared() == DeclaredStatus.MAINTENANCE ? "notice" : "alert";
            case UNDECLARED -> "alert";
        };
    }

    /** What sign stands before it: that of the worst declared status, as in the table; empty where nothing is declared. */
    public String getSign() {
        return headline.kind() == Headline.Kind.DECLARED ? worst().declared().name() : "";
    }

    private Line worst() {
        return headline.declared().get(0);
    }

    private String declared(Line worst) {
        String since =
                worst.declaration() == null ? "" : since(worst.declaration().since());
        return words.of("headline.declared." + worst.declared(), system(worst), since.isEmpty() ? 0 : 1, since);
    }

    /** How fresh the news are: that somebody is at it is half of the answer. */
    private String update(LatestUpdate update) {
        return words.of("addition.update", update.number(), new Ago(update.at(), now).text(words));
    }

    private String undeclared() {
        List<Line> silent = headline.undeclared();
        String who = silent.size() == 1 ? system(silent.get(0)) : words.of("systems", silent.size());
        return headline.undeclaredSince()
                .map(since -> words.of("headline.undeclared.since", silent.size(), who, since(since)))
                .orElseGet(() -> words.of("headline.undeclared", silent.size(), who));
    }

    private String since(Instant at) {
        Moment moment = new Moment(at, words.locale());
        return moment.isOn(now)
                ? words.of("since.today", moment.timeOfDay())
                : words.of("since.day", moment.day(), moment.timeOfDay());
    }

    private String system(Line line) {
        String role = words.of("role", line.role());
        String inside = role.substring(0, 1).toLowerCase(Locale.ROOT) + role.substring(1);
        return words.of("system", role, line.code(), inside);
    }

    private List<String> seen(Seen seen) {
        List<String> sentences = new ArrayList<>();
        switch (seen.watch()) {
            case SILENT -> sentences.add(words.of("seen.silent"));
            case UNPROVEN -> sentences.add(words.of("seen.unproven"));
            case NONE -> {
                if (seen.systems() > 0) {
                    sentences.add(words.of("seen.none"));
                }
                return sentences;
            }
            case WATCHING -> sentences.addAll(seen.checked() == 1 ? List.of(only(seen)) : answering(seen));
        }
        if (seen.unchecked() > 0) {
            sentences.add(words.of("seen.unchecked", seen.unchecked()));
        }
        return sentences;
    }

    private String only(Seen seen) {
        Outcome ping = seen.slow() > 0
                ? Outcome.SLOW
                : seen.reachable() > 0 ? Outcome.UP : seen.down() > 0 ? Outcome.DOWN : Outcome.UNKNOWN;
        return words.of("seen.only", ping);
    }

    private List<String> answering(Seen seen) {
        List<String> sentences = new ArrayList<>();
        boolean all = seen.reachable() == seen.checked();
        sentences.add(
                all
                        ? words.of("seen.all", seen.checked())
                        : words.of("seen.answering", seen.reachable(), seen.checked()));
        if (seen.slow() > 0) {
            sentences.add(words.of("seen.slow", seen.slow()));
        }
        if (seen.unknown() > 0) {
            sentences.add(words.of("seen.unknown", seen.unknown()));
        }
        return sentences;
    }
}
