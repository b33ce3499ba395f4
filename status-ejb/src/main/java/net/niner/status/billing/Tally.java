package net.niner.status.billing;

import java.util.ArrayList;
import java.util.List;

/** What a part of a watch adds to its report. */
public final class Tally {

    private int planned;
    private int fresh;
    private int held;
    private final List<String> lines = new ArrayList<>();

    void line(String words) {
        lines.add(words);
    }

    void planned(int notices, int ofThemNew) {
        planned += notices;
        fresh += ofThemNew;
    }

    void held(String words) {
        held++;
        lines.add(words);
    }

    Tally add(Tally other) {
        planned += other.planned;
        fresh += other.fresh;
        held += other.held;
        lines.addAll(other.lines);
        return this;
    }

    int planned() {
        return planned;
    }

    int fresh() {
        return fresh;
    }

    int held() {
        return held;
    }

    List<String> lines() {
        return lines;
    }
}
