package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each text of the window is a whole entry and a valid pattern, lies in the package that its key
/// begins with, and is used there; each text that is used exists.
class WindowTextsTest {

    private static final String SHARED = "ui";

    private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)+");

    /// Words that a VoIP engineer would have to decode. The list guards against relapse only: other
    /// texts are read, not filtered.
    private static final Pattern PRIVATE_WORDS =
            Pattern.compile("\\b(tells?|told|put together|taken for|believed by|holes?|anew|said of)\\b");

    /// Pages whose classes leave the first word of their keys out (`EdgeText`, `IncidentTexts`).
    private static final Set<String> SHORT = Set.of("edge", "incident");

    /// Ends of keys that the window completes itself, for any page: its names (`Page`), the axes of
    /// its curve (`ThresholdCurve`) and its gestures (`HelpPage`).
    private static final List<String> ENDS =
            List.of(".page.name", ".page.show", ".curve.roc", ".curve.share", ".gestures");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LAYOUT_KEY = Pattern.compile("\"%([\\w.-]+)\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    /// A call whose first argument is a key.
    private static final Pattern CALL = Pattern.compile("(?:(?<![\\w.])|\\b(?:Texts|IncidentTexts|EdgeText)\\.)text\\("
            + "|\\bCommand\\.(?:of|when)\\(|new CommandGroup\\(");

    /// Classes with a method `text` that reads the texts of the window.
    private static final Pattern READS = Pattern.compile("import (?:static )?org\\.sipsleuth\\.view\\."
            + "(?:ui\\.Texts|edge\\.text\\.EdgeText|incident\\.part\\.IncidentTexts|ui\\.command\\.Command)");

    /// Of a source file or a layout.
    ///
    /// @param page the package below `view` or `app`: `flood`
    /// @param literals all strings; of a layout its keys
    /// @param whole the keys that are written whole where a text is read
    private record Source(Path file, String page, Set<String> literals, Set<String> whole) {}

    @Test
    void everyTextIsAWholePattern() throws IOException {
        Map<String, String> texts = WindowTexts.all();
        assertEquals(List.of(), texts.keySet().stream().filter(key -> !KEY.matcher(key).matches()).toList(),
                "a line that continues another without a backslash is a key of its own");
        texts.forEach((key, text) -> assertDoesNotThrow(() -> new MessageFormat(text, Locale.ENGLISH), key));
    }

    @Test
    void noTextNeedsAPrivateVocabulary() throws IOException {
        assertTrue(PRIVATE_WORDS.matcher("Put together of 3 pieces; told by 2").find());
        Map<String, String> odd = new TreeMap<>(WindowTexts.all());
        odd.values().removeIf(text -> !PRIVATE_WORDS.matcher(text).find());
        assertEquals(Map.of(), odd);
    }

    /// So no key can stand in two files.
    @Test
    void everyTextLiesInThePackageThatItsKeyBeginsWith() throws IOException {
        Map<String, Map<String, String>> packages = WindowTexts.byPackage();
        assertTrue(packages.keySet().containsAll(Set.of("flood", "workbench", SHARED)), packages.keySet().toString());
        packages.forEach((page, texts) -> {
            List<String> astray = texts.keySet()
                    .stream()
                    .filter(key -> page.equals(SHARED) ? packages.containsKey(word(key)) : !page.equals(word(key)))
                    .toList();
            assertEquals(List.of(), astray, "astray in " + page);
        });
    }

    /// A text that one page alone uses lies beside it, and no other page uses it.
    @Test
    void everyTextIsUsedWhereItLies() throws IOException {
        Map<String, Set<String>> literals = literals(sources());
        Map<String, String> wrong = new TreeMap<>();
        WindowTexts.byPackage().forEach((home, texts) -> {
            for (String key : texts.keySet()) {
                Set<String> users = new TreeSet<>(literals.keySet());
                users.removeIf(page -> !isUsed(key, page, literals.get(page)));
                boolean isRight = home.equals(SHARED) ? users.size() > 1 || users.contains(SHARED)
                        : users.contains(home) || ENDS.stream().anyMatch(key::endsWith);
                if (!isRight) {
                    wrong.put(key, "in " + home + ", used by " + users);
                }
            }
        });
        assertEquals(Map.of(), wrong);
    }

    @Test
    void everyUsedTextExistsAndIsThePagesOwnOrShared() throws IOException {
        Set<String> keys = WindowTexts.all().keySet();
        Set<String> shared = WindowTexts.byPackage().get(SHARED).keySet();
        int read = 0;
        List<String> wrong = new ArrayList<>();
        for (Source source : sources()) {
            read += source.whole().size();
            source.whole()
                    .stream()
                    .filter(key -> !(keys.contains(key) && word(key).equals(source.page())) && !shared.contains(key)
                            && !(SHORT.contains(source.page()) && keys.contains(source.page() + "." + key)))
                    .forEach(key -> wrong.add(source.file() + ": " + key));
        }
        assertEquals(List.of(), wrong);
        assertTrue(read > 1_000, read + " keys are written whole");
    }

    @Test
    void usesOfTextsAreSeen() {
        assertTrue(isUsed("flood.a.b", "flood", Set.of("flood.a.b")));
        assertTrue(isUsed("flood.a.b", "flood", Set.of("flood.a.")));
        assertTrue(isUsed("flood.a.b", "flood", Set.of("flood.a", ".b")));
        assertTrue(isUsed("edge.a.b", "edge", Set.of("a.b")));
        assertTrue(isUsed("flood.a.b", "flood", Set.of("flood.", ".a.b")));
        assertFalse(isUsed("flood.a.b", "flood", Set.of("flood.", "flood.a")));
        assertFalse(isUsed("flood.a.b", "flood", Set.of("a.b")));
        assertEquals(Set.of("a.b", "a.c"), whole("text(is() ? \"a.b\" : \"a.c\", \"a.d\")"));
        assertEquals(Set.of(), whole("text(\"a.\" + word, \"a.d\")"));
    }

    /// Whether a page has the key as a string, or in two parts, or its beginning up to a dot; its
    /// first word alone is no such beginning.
    private static boolean isUsed(String key, String page, Set<String> literals) {
        return isWritten(key, page, literals) || SHORT.contains(page) && word(key).equals(page)
                && isWritten(key.substring(page.length() + 1), page, literals);
    }

    private static boolean isWritten(String key, String page, Set<String> literals) {
        return literals.contains(key) || IntStream.range(0, key.length())
                .filter(i -> key.charAt(i) == '.')
                .anyMatch(dot -> isWritten(key.substring(0, dot), key.substring(dot), page, literals));
    }

    private static boolean isWritten(String begin, String end, String page, Set<String> literals) {
        boolean isEndWritten = literals.contains(end.substring(1)) || literals.stream()
                .anyMatch(each -> each.equals(end)
                        || each.length() > 2 && each.startsWith(".") && each.endsWith(".") && end.startsWith(each));
        return begin.equals(page) ? isEndWritten && literals.contains(begin + ".")
                : literals.contains(begin + ".") || isEndWritten && literals.contains(begin);
    }

    private static String word(String key) {
        return key.split("\\.", 2)[0];
    }

    private static Map<String, Set<String>> literals(List<Source> sources) {
        Map<String, Set<String>> literals = new TreeMap<>();
        sources.forEach(
                source -> literals.computeIfAbsent(source.page(), _ -> new HashSet<>()).addAll(source.literals()));
        return literals;
    }

    private static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path parent : Stream.concat(WindowTexts.PARENTS.keySet().stream(), WindowTexts.PARENTS.values().stream())
                .toList()) {
            try (Stream<Path> files = Files.walk(parent)) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|fxml)")).toList()) {
                    Path below = parent.relativize(file);
                    if (below.getNameCount() > 1 && !below.startsWith("command")) {
                        sources.add(source(file, below.getName(0).toString()));
                    }
                }
            }
        }
        return sources;
    }

    private static Source source(Path file, String page) throws IOException {
        String text = Files.readString(file);
        if (file.toString().endsWith(".fxml")) {
            Set<String> keys = all(LAYOUT_KEY, text);
            return new Source(file, page, keys, keys);
        }
        String code = COMMENT.matcher(text).replaceAll("");
        return new Source(file, page, all(LITERAL, code), READS.matcher(code).find() ? whole(code) : Set.of());
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    /// The strings that are a key alone: in a first argument, with no `+` beside them.
    private static Set<String> whole(String code) {
        Set<String> keys = new TreeSet<>();
        for (MatchResult call : CALL.matcher(code).results().toList()) {
            String first = firstArgument(code, call.end());
            Matcher literal = LITERAL.matcher(first);
            while (literal.find()) {
                boolean isPart = first.substring(literal.end()).stripLeading().startsWith("+")
                        || first.substring(0, literal.start()).stripTrailing().matches("(?s).*[+(]");
                if (!isPart && KEY.matcher(literal.group(1)).matches()) {
                    keys.add(literal.group(1));
                }
            }
        }
        return keys;
    }

    private static String firstArgument(String code, int begin) {
        int depth = 0;
        for (int i = begin; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '(' -> depth++;
                case ')', ',' -> {
                    if (depth == 0) {
                        return code.substring(begin, i);
                    }
                    depth -= code.charAt(i) == ')' ? 1 : 0;
                }
                default -> {
                }
            }
        }
        return code.substring(begin);
    }
}
