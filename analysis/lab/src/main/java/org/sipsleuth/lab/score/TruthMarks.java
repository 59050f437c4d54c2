package org.sipsleuth.lab.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.lab.question.Answer;
import org.sipsleuth.lab.question.Truth;

/// An answer beside the truth, part for part. Empty where an answer has no parts, or where the student
/// does not have what it is about.
///
/// @param right what was named, and is right
/// @param missed what is right, and was not named
/// @param tooMuch what was named, and is not right
public record TruthMarks(List<MarkedPart> right, List<MarkedPart> missed, List<MarkedPart> tooMuch) {

    /// Without parts.
    public static final TruthMarks NONE = new TruthMarks(List.of(), List.of(), List.of());

    public TruthMarks {
        right = List.copyOf(right);
        missed = List.copyOf(missed);
        tooMuch = List.copyOf(tooMuch);
    }

    /// Whether there are no parts.
    public boolean isEmpty() {
        return right.isEmpty() && missed.isEmpty() && tooMuch.isEmpty();
    }

    /// The time range that is right, if one was asked for.
    public Optional<MarkedPart.Range> trueRange() {
        return whole(right, missed);
    }

    /// The time range that was answered, with ends that count as right moved onto those.
    public Optional<MarkedPart.Range> namedRange() {
        return whole(right, tooMuch);
    }

    private static Optional<MarkedPart.Range> whole(List<MarkedPart> some, List<MarkedPart> others) {
        return Stream.concat(some.stream(), others.stream())
                .filter(MarkedPart.Range.class::isInstance)
                .map(MarkedPart.Range.class::cast)
                .reduce((one, other) -> new MarkedPart.Range(min(one.from(), other.from()), max(one.to(), other.to())));
    }

    /// Of an answer that names nothing.
    static TruthMarks ofNothing(Truth truth) {
        return switch (truth) {
            case Truth.Members members -> new TruthMarks(List.of(),
                    members.names().stream().<MarkedPart>map(MarkedPart.Member::new).toList(), List.of());
            case Truth.Frames frames when frames.hidden().isEmpty() -> ofFrames(new TreeSet<>(), frames.numbers());
            case Truth.Span span -> new TruthMarks(List.of(), ranges(span.from(), span.to()), List.of());
            case Truth.Frames _,Truth.Exact _,Truth.Near _,Truth.Pattern _,Truth.Costs _,Truth.Guide _ -> NONE;
        };
    }

    /// @param named names as they were written, by the form in which they are compared
    /// @param wanted the same of those that are right
    static TruthMarks ofMembers(SortedMap<String, String> named, SortedMap<String, String> wanted) {
        return of(named.keySet(), wanted.keySet(),
                name -> new MarkedPart.Member(String.valueOf(wanted.getOrDefault(name, named.get(name)))));
    }

    static TruthMarks ofFrames(SortedSet<Integer> named, SortedSet<Integer> wanted) {
        return of(named, wanted, MarkedPart.Frame::new);
    }

    private static <T> TruthMarks of(Set<T> named, Set<T> wanted, Function<T, MarkedPart> part) {
        return new TruthMarks(parts(named, wanted, true, part), parts(wanted, named, false, part),
                parts(named, wanted, false, part));
    }

    private static <T> List<MarkedPart> parts(Set<T> all, Set<T> others, boolean areInBoth,
            Function<T, MarkedPart> part) {
        return all.stream().filter(each -> others.contains(each) == areInBoth).map(part).toList();
    }

    /// @param named with ends that count as right moved onto those
    static TruthMarks ofSpan(Answer.Span named, Truth.Span wanted) {
        Instant later = max(named.from(), wanted.from());
        Instant sooner = min(named.to(), wanted.to());
        if (later.isAfter(sooner)) {
            return new TruthMarks(List.of(), ranges(wanted.from(), wanted.to()), ranges(named.from(), named.to()));
        }
        List<MarkedPart> missed = new ArrayList<>();
        List<MarkedPart> tooMuch = new ArrayList<>();
        addRange(missed, wanted.from(), named.from());
        addRange(missed, named.to(), wanted.to());
        addRange(tooMuch, named.from(), wanted.from());
        addRange(tooMuch, wanted.to(), named.to());
        return new TruthMarks(ranges(later, sooner), missed, tooMuch);
    }

    private static List<MarkedPart> ranges(Instant from, Instant to) {
        return List.of(new MarkedPart.Range(from, to));
    }

    private static void addRange(List<MarkedPart> parts, Instant from, Instant to) {
        if (from.isBefore(to)) {
            parts.add(new MarkedPart.Range(from, to));
        }
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
