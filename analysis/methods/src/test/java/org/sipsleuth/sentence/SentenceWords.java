package org.sipsleuth.sentence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.sip.DefectKind;

/// Checks that all words of a sentence come from files of texts, or are data: in a language whose
/// texts have no Latin letter, a sentence without its data has none either, and data have no
/// English sentences in them.
public final class SentenceWords {

    /// Known to nobody: `en-QX`.
    private static final Locale PSEUDO = Locale.of("en", "QX");

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");

    /// Lower-case words in a row are prose.
    private static final Pattern PROSE = Pattern.compile("\\b[a-z]{2,} [a-z]{2,}\\b");

    private static final Set<String> DEFECTS =
            Arrays.stream(DefectKind.values()).map(DefectKind::text).collect(Collectors.toUnmodifiableSet());

    static {
        MethodTexts.MADE.put(PSEUDO, SentenceWords::pseudo);
    }

    private SentenceWords() {}

    /// A pattern with another letter for each letter that would be shown.
    static String pseudo(String pattern) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            if (next != '{') {
                made.append(next < 0x80 && Character.isLetter(next) ? 'ж' : next);
                at++;
                continue;
            }
            int end = endOf(pattern, at);
            String argument = pattern.substring(at, end);
            int style = argument.indexOf(",choice,");
            int begin = style < 0 ? argument.length() - 1 : style + ",choice,".length();
            made.append(argument, 0, begin)
                    .append(pseudo(argument.substring(begin, argument.length() - 1)))
                    .append('}');
            at = end;
        }
        return made.toString();
    }

    /// The place after the brace that closes the one at a place.
    private static int endOf(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    /// The same without its data.
    private static Sentence withoutData(Sentence sentence) {
        return switch (sentence) {
            case Sentence.Worded worded ->
                    new Sentence.Worded(worded.texts(), worded.key(), withoutData(worded.arguments()));
            case Sentence.Row row -> new Sentence.Row(withoutData(row.separator()), withoutData(row.parts()));
            case Sentence.Capital capital -> new Sentence.Capital(withoutData(capital.sentence()));
            case Sentence.Decimal decimal when decimal.notation() == Sentence.Notation.OF_PATTERN -> decimal;
            case Sentence.Quoted _,Sentence.Country _,Sentence.Open _,Sentence.Decimal _ -> Sentence.count(0);
            case Sentence.Count _,Sentence.Found _,Sentence.Punctuation _ -> sentence;
        };
    }

    private static List<Sentence> withoutData(List<Sentence> sentences) {
        return sentences.stream().map(SentenceWords::withoutData).toList();
    }

    private static Stream<Sentence.Quoted> data(Sentence sentence) {
        return switch (sentence) {
            case Sentence.Worded worded -> worded.arguments().stream().flatMap(SentenceWords::data);
            case Sentence.Row row ->
                    Stream.concat(data(row.separator()), row.parts().stream().flatMap(SentenceWords::data));
            case Sentence.Capital capital -> data(capital.sentence());
            case Sentence.Quoted quoted -> Stream.of(quoted);
            case Sentence.Country _,Sentence.Open _,Sentence.Decimal _,Sentence.Count _,Sentence.Found _,Sentence.Punctuation _ ->
                    Stream.of();
        };
    }

    /// Whether data may be what they are said to be.
    private static boolean isData(Sentence.Quoted quoted) {
        String words = quoted.words();
        return switch (quoted.source()) {
            case HOST, TIME, FIELD -> !words.contains(" ") || quoted.source() == Sentence.Source.TIME;
            case USER, TERM -> !PROSE.matcher(words).find();
            case ENGLISH -> Stream.of(words.split(", ")).allMatch(DEFECTS::contains);
            case CAPTURE, NAME, NOTE -> true; // anybody may have written anything
        };
    }

    /// Fails if words of a sentence come from nowhere.
    public static void check(Sentence sentence) {
        String shown = withoutData(sentence).in(PSEUDO);
        assertEquals(List.of(), LATIN.matcher(shown).results().map(word -> word.group()).toList(),
                () -> "words that no file of texts has, in: " + sentence.text());
        assertEquals(List.of(), data(sentence).filter(each -> !isData(each)).toList(),
                () -> "words that are no data, in: " + sentence.text());
    }

    /// Fails if words of a finding come from nowhere.
    public static void check(Finding finding) {
        of(finding).forEach(SentenceWords::check);
    }

    /// Fails if words of an incident come from nowhere.
    public static void check(Incident incident) {
        of(incident).forEach(SentenceWords::check);
    }

    /// All that a finding states.
    static List<Sentence> of(Finding finding) {
        List<Sentence> all = new ArrayList<>();
        Statement statement = finding.statement();
        all.add(statement.title());
        all.add(statement.explanation());
        all.addAll(statement.advice());
        for (Measurement measure : finding.grounds().measures()) {
            all.add(measure.statistic());
            all.add(measure.text());
        }
        all.add(finding.grounds().sample());
        for (Rationale.Section section : finding.rationale().get().sections()) {
            all.add(section.title());
            for (Rationale.Line line : section.lines()) {
                all.add(line.name());
                all.add(line.text());
            }
        }
        finding.observation().ifPresent(observation -> {
            observation.predicate().forEach(clause -> all.add(clause.words()));
            all.add(observation.did());
            all.add(observation.result());
            observation.keys().forEach(key -> all.add(key.shows()));
            all.addAll(observation.notDetermined());
            all.addAll(observation.alternatives());
        });
        return all;
    }

    /// All that an incident states.
    static List<Sentence> of(Incident incident) {
        List<Sentence> all = new ArrayList<>();
        all.add(incident.title());
        all.add(incident.whole());
        all.addAll(Action.sentences(incident.advice()));
        for (Stage stage : incident.stages()) {
            all.add(stage.kind().heading());
            all.add(stage.kind().stageLabel());
            all.add(stage.what());
        }
        incident.keys().forEach(key -> all.add(key.shows()));
        all.addAll(incident.notDetermined());
        all.addAll(incident.alternatives());
        return all;
    }
}
