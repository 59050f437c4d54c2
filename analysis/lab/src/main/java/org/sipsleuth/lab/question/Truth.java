package org.sipsleuth.lab.question;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is right, as a key holds it.
public sealed interface Truth {

    /// A question that it can be the truth of.
    boolean fits(QuestionKind kind);

    /// One of these texts, compared without case and double spaces.
    record Exact(List<String> accepted) implements Truth {

        public Exact {
            accepted = List.copyOf(accepted);
        }

        @Override
        public boolean fits(QuestionKind kind) {
            return kind == QuestionKind.VALUE || kind == QuestionKind.ONE_OF;
        }
    }

    /// A number within a tolerance.
    ///
    /// @param tolerance how far an answer may be from the value, inclusive
    record Near(double value, double tolerance) implements Truth {

        @Override
        public boolean fits(QuestionKind kind) {
            return kind == QuestionKind.VALUE;
        }
    }

    /// A text that a pattern matches from its beginning to its end.
    ///
    /// @param example an answer that it matches
    record Pattern(String pattern, String example) implements Truth {

        @Override
        public boolean fits(QuestionKind kind) {
            return kind == QuestionKind.VALUE;
        }
    }

    /// A set of choices, hosts or users.
    record Members(SequencedSet<String> names) implements Truth {

        public Members {
            names = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(names));
        }

        @Override
        public boolean fits(QuestionKind kind) {
            return kind.isSet();
        }
    }

    /// A time range.
    record Span(Instant from, Instant to) implements Truth {

        @Override
        public boolean fits(QuestionKind kind) {
            return kind == QuestionKind.TIME_RANGE;
        }
    }

    /// Frames: those picked, or those of the messages that a filter or a signature should select.
    ///
    /// @param example a filter that selects exactly these, or empty
    /// @param hidden the capture beside the key that they are of; empty for one of the lab
    record Frames(SortedSet<Integer> numbers, String example, Optional<String> hidden) implements Truth {

        public Frames {
            numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        }

        @Override
        public boolean fits(QuestionKind kind) {
            return switch (kind) {
                case FRAMES, FILTER -> hidden.isEmpty();
                case SIGNATURE -> hidden.isPresent();
                case VALUE, ONE_OF, SEVERAL_OF, HOSTS, USERS, TIME_RANGE, THRESHOLD, TEXT -> false;
            };
        }
    }

    /// What a threshold is tried on: a value of each case. A case whose value is at or above the
    /// threshold raises an alarm.
    ///
    /// @param attacks values of cases that should raise one
    /// @param others values of cases that should not
    /// @param missCost the cost of an attack without alarm
    /// @param falseCost the cost of another case with alarm
    record Costs(List<Double> attacks, List<Double> others, double missCost, double falseCost) implements Truth {

        public Costs {
            attacks = List.copyOf(attacks);
            others = List.copyOf(others);
        }

        @Override
        public boolean fits(QuestionKind kind) {
            return kind == QuestionKind.THRESHOLD;
        }

        /// How many attacks raise no alarm.
        public long missed(double threshold) {
            return attacks.stream().filter(value -> value < threshold).count();
        }

        /// How many other cases raise one.
        public long falseAlarms(double threshold) {
            return others.stream().filter(value -> value >= threshold).count();
        }

        /// What a threshold costs.
        public double cost(double threshold) {
            return missed(threshold) * missCost + falseAlarms(threshold) * falseCost;
        }

        /// What it costs to raise no alarm, or one in each case, whichever is cheaper.
        public double costWithout() {
            return Math.min(attacks.size() * missCost, others.size() * falseCost);
        }

        /// A threshold that costs least: the middle of the range of those.
        public double best() {
            TreeSet<Double> tried = new TreeSet<>(attacks);
            tried.addAll(others);
            double least = tried.stream().mapToDouble(this::cost).min().orElse(0);
            double high =
                    tried.stream().filter(value -> cost(value) <= least).mapToDouble(value -> value).min().orElse(0);
            Double low = tried.lower(high);
            double middle = low == null ? high : (low + high) / 2;
            return Math.ceil(middle) <= high ? Math.ceil(middle) : high;
        }
    }

    /// A text that the teacher marks.
    ///
    /// @param guide what a good answer says
    record Guide(String guide) implements Truth {

        @Override
        public boolean fits(QuestionKind kind) {
            return kind == QuestionKind.TEXT;
        }
    }
}
