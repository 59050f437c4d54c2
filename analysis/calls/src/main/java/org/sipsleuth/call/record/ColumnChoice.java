package org.sipsleuth.call.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which columns of a table may say what. Where two could be of one meaning, that is a
/// question, not the first of them. Immutable.
public final class ColumnChoice {

    private static final int MOST_NAMED = 4;

    private final List<String> head;
    private final Map<ColumnMeaning, List<Integer>> candidates;

    private ColumnChoice(List<String> head, Map<ColumnMeaning, List<Integer>> candidates) {
        this.head = head;
        this.candidates = candidates;
    }

    /// The candidates by the names of the columns.
    ///
    /// @param head the names, in order
    public static ColumnChoice of(List<String> head) {
        List<String> words = head.stream().map(PlainWords::of).toList();
        Map<ColumnMeaning, List<Integer>> found = new EnumMap<>(ColumnMeaning.class);
        for (ColumnMeaning meaning : ColumnMeaning.values()) {
            found.put(meaning,
                    meaning.names()
                            .stream()
                            .map(names -> places(words, names))
                            .filter(places -> !places.isEmpty())
                            .findFirst()
                            .orElse(List.of()));
        }
        return new ColumnChoice(List.copyOf(head), found);
    }

    private static List<Integer> places(List<String> words, List<String> wanted) {
        return IntStream.range(0, words.size()).filter(place -> wanted.contains(words.get(place))).boxed().toList();
    }

    /// The same where a user has named columns: by their names, or by their numbers from 1 on. A
    /// name that several columns have leaves them candidates, one that none has leaves none.
    public ColumnChoice named(Map<ColumnMeaning, String> names) {
        Map<ColumnMeaning, List<Integer>> chosen = new EnumMap<>(candidates);
        names.forEach((meaning, name) -> {
            List<Integer> places = places(head, List.of(name));
            chosen.put(meaning, places.isEmpty() ? numbered(name) : places);
        });
        return new ColumnChoice(head, chosen);
    }

    private List<Integer> numbered(String name) {
        try {
            int number = Integer.parseInt(name);
            return number >= 1 && number <= head.size() ? List.of(number - 1) : List.of();
        } catch (NumberFormatException noNumber) {
            return List.of();
        }
    }

    /// The columns that could be of a meaning, from 0.
    public List<Integer> candidates(ColumnMeaning meaning) {
        return candidates.getOrDefault(meaning, List.of());
    }

    /// Whether caller, callee and start have a candidate, and some others.
    ///
    /// @param others those for which the user named a column
    public boolean isKnown(Set<ColumnMeaning> others) {
        return missing(others).isEmpty();
    }

    /// The meanings that a table needs, and those for which the user named a column, of which no
    /// column is.
    public List<ColumnMeaning> missing(Set<ColumnMeaning> others) {
        return candidates.entrySet()
                .stream()
                .filter(each -> each.getKey().isRequired() || others.contains(each.getKey()))
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The meanings that several columns could be of.
    public List<ColumnMeaning> questions() {
        return candidates.entrySet()
                .stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A question in words: which columns could be of a meaning.
    public String question(ColumnMeaning meaning) {
        List<Integer> places = candidates(meaning);
        String names = places.stream()
                .limit(MOST_NAMED)
                .map(place -> "\"%s\" (column %d)".formatted(ShortText.of(head.get(place)), place + 1))
                .collect(Collectors.joining(" and "));
        String more = places.size() > MOST_NAMED ? " and others" : "";
        return "%d columns could be %s: %s%s".formatted(places.size(),
                meaning == ColumnMeaning.ANSWERED ? "the answer" : "the " + meaning.word(), names, more);
    }

    /// What names a candidate so that no other has it: its name, or its number.
    public String unique(int place) {
        String name = head.get(place);
        return places(head, List.of(name)).size() == 1 && !name.isBlank() ? name : Integer.toString(place + 1);
    }

    /// The columns, where there is no question and none is missing.
    public Optional<CsvColumns> columns() {
        return isKnown(Set.of()) && questions().isEmpty()
                ? Optional.of(new CsvColumns(candidates(ColumnMeaning.CALLER).getFirst(),
                        candidates(ColumnMeaning.CALLEE).getFirst(), candidates(ColumnMeaning.START).getFirst(),
                        place(ColumnMeaning.DURATION), place(ColumnMeaning.ANSWERED)))
                : Optional.empty();
    }

    private OptionalInt place(ColumnMeaning meaning) {
        return candidates(meaning).stream().mapToInt(each -> each).findFirst();
    }
}
