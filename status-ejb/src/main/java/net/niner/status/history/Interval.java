package net.niner.status.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A time from its beginning to its end, which is not part of it. May be empty.
 *
 * @param from UTC
 * @param until UTC, never before the beginning
 */
public record Interval(Instant from, Instant until) {

    public Interval {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean isEmpty() {
        return !from.isBefore(until);
    }

    /** What both have; nothing if that is empty. */
    public Optional<Interval> and(Interval other) {
        Instant begin = from.isAfter(other.from) ? from : other.from;
        Instant end = until.isBefore(other.until) ? until : other.until;
        return begin.isBefore(end) ? Optional.of(new Interval(begin, end)) : Optional.empty();
    }

    /** The same time in intervals that neither overlap nor touch, in order. */
    public static List<Interval> merged(Collection<Interval> intervals) {
        List<Interval> merged = new ArrayList<>();
        List<Interval> sorted = intervals.stream()
                .filter(one -> !one.isEmpty())
                .sorted(Comparator.comparing(Interval::from))
                .toList();
        for (Interval next : sorted) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.until.isBefore(next.from)) {
                merged.add(next);
            } else if (last.until.isBefore(next.until)) {
                merged.set(merged.size() - 1, new Interval(last.from, next.until));
            }
        }
        return merged;
    }

    /** What is in both, in order. */
    public static List<Interval> common(Collection<Interval> some, Collection<Interval> others) {
        List<Interval> left = merged(some);
        List<Interval> right = merged(others);
        List<Interval> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            left.get(i).and(right.get(j)).ifPresent(common::add);
            if (left.get(i).until.isBefore(right.get(j).until)) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /** What is in some and not in others, in order. */
    public static List<Interval> without(Collection<Interval> some, Collection<Interval> others) {
        List<Interval> holes = merged(others);
        List<Interval> rest = new ArrayList<>();
        int first = 0;
        for (Interval one : merged(some)) {
            Instant begin = one.from;
            while (first < holes.size() && !holes.get(first).until.isAfter(begin)) {
                first++;
            }
            for (int i = first; i < holes.size() && holes.get(i).from.isBefore(one.until); i++) {
                if (begin.isBefore(holes.get(i).from)) {
                    rest.add(new Interval(begin, holes.get(i).from));
                }
                begin = begin.isBefore(holes.get(i).until) ? holes.get(i).until : begin;
            }
            if (begin.isBefore(one.until)) {
                rest.add(new Interval(begin, one.until));
            }
        }
        return rest;
    }

    /** How long they last together, what overlaps counted once. */
    public static Duration total(Collection<Interval> intervals) {
        return merged(intervals).stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }
}
