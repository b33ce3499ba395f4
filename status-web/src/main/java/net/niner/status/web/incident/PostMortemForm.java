package net.niner.status.web.incident;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.niner.status.incident.FollowUpDraft;
import net.niner.status.incident.PostMortem;
import net.niner.status.incident.PostMortemDraft;
import net.niner.status.incident.PostMortemDraft.LessonDraft;
import net.niner.status.incident.TimelineRow;
import net.niner.status.incident.TimelineSource;
import net.niner.status.web.platform.faces.FieldTime;

/** The parts of a post-mortem as they stand in the form; there is always an empty cause, moment and lesson to write into. */
public class PostMortemForm implements Serializable {

    private static final long serialVersionUID = 1;

    /** A text, and what is wrong with it. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1;

        private String text = "";
        private String error;

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text == null ? "" : text;
        }

        public String getError() {
            return error;
        }

        public void setError(String error) {
            this.error = error;
        }

        boolean isBlank() {
            return text.isBlank();
        }
    }

    /** A line of the timeline. */
    public static class Moment extends Line {

        private static final long serialVersionUID = 1;

        private String at = "";
        private TimelineSource source = TimelineSource.HAND;

        /** As in {@code 2026-03-01T16:48:05}, UTC. */
        public String getAt() {
            return at;
        }

        public void setAt(String at) {
            this.at = at == null ? "" : at;
        }

        public TimelineSource getSource() {
            return source;
        }

        @Override
        boolean isBlank() {
            return super.isBlank() && at.isBlank();
        }
    }

    /** A lesson, the follow-ups that it has, and one that may be added. */
    public static class Lesson extends Line {

        private static final long serialVersionUID = 1;

        private Long id;
        private List<FollowUpRow> followUps = List.of();
        private String promise = "";
        private String owner = "";
        private String due = "";
        private boolean open = true;

        public List<FollowUpRow> getFollowUps() {
            return followUps;
        }

        public String getPromise() {
            return promise;
        }

        public void setPromise(String promise) {
            this.promise = promise == null ? "" : promise;
        }

        public String getOwner() {
            return owner;
        }

        public void setOwner(String owner) {
            this.owner = owner == null ? "" : owner;
        }

        public String getDue() {
            return due;
        }

        public void setDue(String due) {
            this.due = due == null ? "" : due;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean open) {
            this.open = open;
        }

        void show(LessonDraft lesson, List<FollowUpRow> its) {
            setText(lesson.text());
            id = lesson.id();
            followUps = its;
        }

        boolean promises() {
            return !promise.isBlank() || !owner.isBlank() || !due.isBlank();
        }

        @Override
        boolean isBlank() {
            return super.isBlank() && !promises() && followUps.isEmpty();
        }
    }

    private String title = "";
    private String summary = "";
    private String noticed = "";
    private String trigger = "";
    private String detected = "";
    private String fixed = "";
    private String wentWell = "";
    private String wentBadly = "";
    private final List<Line> causes = new ArrayList<>();
    private final List<Moment> timeline = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();

    /** @param followUps by their lesson */
    void show(PostMortemDraft draft, Map<Long, List<FollowUpRow>> followUps) {
        title = draft.title();
        summary = draft.summary();
        noticed = draft.noticed();
        trigger = draft.trigger();
        detected = draft.detected();
        fixed = draft.fixed();
        wentWell = draft.wentWell();
        wentBadly = draft.wentBadly();
        causes.clear();
        draft.causes().forEach(cause -> addCause().setText(cause));
        timeline.clear();
        draft.timeline().forEach(row -> {
            Moment moment = addMoment();
            moment.setText(row.text());
            moment.at = FieldTime.of(row.at());
            moment.source = row.source();
        });
        lessons.clear();
        draft.lessons().forEach(one -> addLesson().show(one, followUps.getOrDefault(one.id(), List.of())));
        addCause();
        addMoment();
        addLesson();
    }

    /** Adds the lessons with follow-ups that the form does not know yet. */
    void keep(List<LessonDraft> there, Map<Long, List<FollowUpRow>> followUps) {
        Set<Long> known = lessons.stream().map(lesson -> lesson.id).collect(Collectors.toSet());
        lessons.removeIf(Line::isBlank);
        there.stream()
                .filter(one -> followUps.containsKey(one.id()) && !known.contains(one.id()))
                .forEach(one -> addLesson().show(one, followUps.get(one.id())));
        addLesson();
    }

    final Line addCause() {
        Line made = new Line();
        causes.add(made);
        return made;
    }

    final Moment addMoment() {
        Moment made = new Moment();
        timeline.add(made);
        return made;
    }

    final Lesson addLesson() {
        Lesson made = new Lesson();
        lessons.add(made);
        return made;
    }

    /**
     * What was written, and beside each line what cannot be read; blank lines leave the form.
     *
     * @param fault called with what cannot be read: a day or a time
     */
    PostMortemDraft draft(BiConsumer<Line, String> fault) {
        causes.removeIf(Line::isBlank);
        timeline.removeIf(Line::isBlank);
        lessons.removeIf(Line::isBlank);
        List<TimelineRow> rows = new ArrayList<>();
        for (Moment moment : timeline) {
            Instant at = FieldTime.read(moment.at).orElse(null);
            if (at == null) {
                fault.accept(moment, "time");
            } else {
                rows.add(new TimelineRow(at, moment.getText(), moment.source));
            }
        }
        List<LessonDraft> drafts = new ArrayList<>();
        for (Lesson lesson : lessons) {
            drafts.add(new LessonDraft(lesson.id, lesson.getText(), promises(lesson, fault)));
        }
        PostMortemDraft draft = new PostMortemDraft(
                title,
                summary,
                noticed,
                causes.stream().map(Line::getText).toList(),
                trigger,
                detected,
                fixed,
                wentWell,
                wentBadly,
                rows,
                drafts);
        addCause();
        addMoment();
        addLesson();
        return draft;
    }

    private static List<FollowUpDraft> promises(Lesson lesson, BiConsumer<Line, String> fault) {
        if (!lesson.promises()) {
            return List.of();
        }
        LocalDate day = null;
        try {
            day = lesson.due.isBlank() ? null : LocalDate.parse(lesson.due);
        } catch (DateTimeParseException e) {
            fault.accept(lesson, "day");
        }
        return List.of(new FollowUpDraft(lesson.promise, lesson.owner, day, lesson.open));
    }

    void clearErrors() {
        causes.forEach(line -> line.setError(null));
        timeline.forEach(line -> line.setError(null));
        lessons.forEach(line -> line.setError(null));
    }

    public int getTitleLength() {
        return PostMortem.TITLE_LENGTH;
    }

    public List<Line> getCauses() {
        return causes;
    }

    public List<Moment> getTimeline() {
        return timeline;
    }

    public List<Lesson> getLessons() {
        return lessons;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public String getNoticed() {
        return noticed;
    }

    public void setNoticed(String noticed) {
        this.noticed = noticed;
    }

    public String getTrigger() {
        return trigger;
    }

    public void setTrigger(String trigger) {
        this.trigger = trigger;
    }

    public String getDetected() {
        return detected;
    }

    public void setDetected(String detected) {
        this.detected = detected;
    }

    public String getFixed() {
        return fixed;
    }

    public void setFixed(String fixed) {
        this.fixed = fixed;
    }

    public String getWentWell() {
        return wentWell;
    }

    public void setWentWell(String wentWell) {
        this.wentWell = wentWell;
    }

    public String getWentBadly() {
        return wentBadly;
    }

    public void setWentBadly(String wentBadly) {
        this.wentBadly = wentBadly;
    }
}
