package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;
import org.sipsleuth.sentence.Sentence.Quoted;
import org.sipsleuth.sentence.Sentence.Row;
import org.sipsleuth.sentence.Sentence.Source;
import org.sipsleuth.sentence.Sentence.Worded;

/// Makes one explanation of those of several dialogs: where few values differ, the sentence with the
/// values of all, `Min-SE: 1800 or 3600`.
final class Explanations {

    /// More values are counted.
    private static final int MOST_VALUES = 3;

    /// With more, nobody can tell which value belongs to which.
    private static final int MOST_DIFFERENT = 3;

    private static final String SPACE = " ";

    /// A number with decimals.
    private static final Pattern MEASURE = Pattern.compile("-?[0-9]{1,15}\\.[0-9]{1,15}");

    private Explanations() {}

    /// The explanation of all; that of the first where they differ in more than a few values.
    static Sentence of(List<Sentence> all) {
        List<Sentence> different = all.stream().distinct().toList();
        return merged(different).orElseGet(() -> ProblemTexts.TEXTS.sentence("explanation.first", different.getFirst(),
                Sentence.count(different.size())));
    }

    private static Optional<Sentence> merged(List<Sentence> some) {
        Sentence first = some.getFirst();
        if (some.stream().allMatch(first::equals)) {
            return Optional.of(first);
        }
        return switch (first) {
            case Worded worded -> worded(worded, some);
            case Row row -> row(row, some);
            case Quoted quoted -> quoted(quoted, some);
            case Sentence.Capital _,Sentence.Found _,Sentence.Count _,Sentence.Decimal _,Sentence.Country _,Sentence.Open _,Punctuation _ ->
                    Optional.empty();
        };
    }

    private static Optional<Sentence> worded(Worded first, List<Sentence> some) {
        List<List<Sentence>> arguments = new ArrayList<>();
        for (Sentence each : some) {
            if (!(each instanceof Worded worded) || !worded.texts().equals(first.texts())
                    || !worded.key().equals(first.key())) {
                return Optional.empty();
            }
            arguments.add(worded.arguments());
        }
        return parts(arguments).map(merged -> new Worded(first.texts(), first.key(), merged));
    }

    private static Optional<Sentence> row(Row first, List<Sentence> some) {
        List<List<Sentence>> parts = new ArrayList<>();
        for (Sentence each : some) {
            if (!(each instanceof Row row) || !row.separator().equals(first.separator())) {
                return Optional.empty();
            }
            parts.add(row.parts());
        }
        return parts(parts).map(merged -> new Row(first.separator(), merged));
    }

    /// Each place of some lists merged; empty if one cannot be, or they have not equally many.
    private static Optional<List<Sentence>> parts(List<List<Sentence>> lists) {
        int size = lists.getFirst().size();
        if (lists.stream().anyMatch(each -> each.size() != size)) {
            return Optional.empty();
        }
        List<Sentence> merged = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int place = i;
            Optional<Sentence> part = merged(lists.stream().map(each -> each.get(place)).distinct().toList());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            merged.add(part.get());
        }
        return Optional.of(merged);
    }

    private static Optional<Sentence> quoted(Quoted first, List<Sentence> some) {
        Set<String> words = new LinkedHashSet<>();
        for (Sentence each : some) {
            if (!(each instanceof Quoted quoted) || quoted.source() != first.source()) {
                return Optional.empty();
            }
            words.add(quoted.words());
        }
        return first.source() == Source.ENGLISH ? tokens(words) : Optional.of(values(first.source(), words));
    }

    /// `1800 or 3600`; `10.3 to 41.2` of many measures; `1800, 3600, 90 and 4 more`.
    private static Sentence values(Source source, Set<String> values) {
        List<Sentence> all = values.stream().map(each -> (Sentence) new Quoted(source, each)).toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        if (all.size() <= MOST_VALUES) {
            return ProblemTexts.TEXTS.sentence("explanation.or",
                    Sentence.joined(Punctuation.COMMA, all.subList(0, all.size() - 1)), all.getLast());
        }
        if (values.stream().allMatch(each -> MEASURE.matcher(each).matches())) {
            List<String> ordered = values.stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList();
            return ProblemTexts.TEXTS.sentence("explanation.range", new Quoted(source, ordered.getFirst()),
                    new Quoted(source, ordered.getLast()));
        }
        return ProblemTexts.TEXTS.sentence("explanation.values",
                Sentence.joined(Punctuation.COMMA, all.subList(0, MOST_VALUES)),
                Sentence.count(values.size() - MOST_VALUES));
    }

    /// Sentences that differ in a few places, as one: words that differ side by side belong together.
    private static Optional<Sentence> tokens(Set<String> sentences) {
        List<String[]> all = sentences.stream().map(each -> each.split(SPACE, -1)).toList();
        String[] first = all.getFirst();
        if (all.stream().anyMatch(each -> each.length != first.length)) {
            return Optional.empty();
        }
        List<Sentence> parts = new ArrayList<>();
        int different = 0;
        int next;
        for (int i = 0; i < first.length; i = next) {
            next = i + 1;
            if (isSame(all, i)) {
                parts.add(Sentence.english(first[i]));
                continue;
            }
            while (next < first.length && !isSame(all, next)) {
                next++;
            }
            Set<String> here = new LinkedHashSet<>();
            for (String[] each : all) {
                here.add(String.join(SPACE, Arrays.copyOfRange(each, i, next)));
            }
            different++;
            parts.add(word(here));
        }
        return different > MOST_DIFFERENT ? Optional.empty() : Optional.of(new Row(Punctuation.SPACE, parts));
    }

    private static boolean isSame(List<String[]> sentences, int place) {
        String first = sentences.getFirst()[place];
        return sentences.stream().allMatch(each -> each[place].equals(first));
    }

    /// Words that differ, with the signs around them that do not: `1800., 3600.` are `1800, 3600.`.
    private static Sentence word(Set<String> words) {
        String first = words.iterator().next();
        int end = 0;
        while (end < first.length() && isSign(first.charAt(first.length() - 1 - end))
                && hasEnd(words, first.substring(first.length() - 1 - end))) {
            end++;
        }
        int begin = 0;
        while (begin < first.length() - end && isSign(first.charAt(begin)) && hasBegin(words, first, begin + 1, end)) {
            begin++;
        }
        Set<String> cores = new LinkedHashSet<>();
        for (String each : words) {
            cores.add(each.substring(begin, each.length() - end));
        }
        return Sentence.row(Sentence.english(first.substring(0, begin)), values(Source.ENGLISH, cores),
                Sentence.english(first.substring(first.length() - end)));
    }

    private static boolean isSign(char sign) {
        return !Character.isLetterOrDigit(sign);
    }

    private static boolean hasEnd(Set<String> words, String end) {
        return words.stream().allMatch(each -> each.endsWith(end) && each.length() > end.length());
    }

    private static boolean hasBegin(Set<String> words, String first, int length, int end) {
        return words.stream()
                .allMatch(each -> each.length() > length + end && each.startsWith(first.substring(0, length)));
    }
}
