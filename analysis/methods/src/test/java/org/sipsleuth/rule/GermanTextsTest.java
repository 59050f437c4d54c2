package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.sipsleuth.sentence.Sentence.count;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

/// German sentences say what the English ones say, and change nothing else.
class GermanTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String GERMAN = "_de.properties";
    private static final Path SAMPLES = Path.of("../../sample-captures");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /// The German texts of all methods.
    private static List<Path> german() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(GERMAN)).sorted().toList();
        }
    }

    /// The English texts beside German ones.
    private static Path english(Path german) {
        String name = german.getFileName().toString();
        return german.resolveSibling(name.substring(0, name.length() - GERMAN.length()) + ".properties");
    }

    /// A verb agrees with its subject, whose number English does not need.
    private static Set<String> argumentsOf(String key, String pattern) {
        Set<String> arguments = ARGUMENT.matcher(pattern)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (key.startsWith("verb.")) {
            arguments.add("0");
        }
        return arguments;
    }

    private static Map<String, Set<String>> arguments(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Map<String, Set<String>> all = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> all.put(key, argumentsOf(key, texts.getProperty(key))));
        return all;
    }

    @ParameterizedTest
    @MethodSource("german")
    void germanHasTheKeysAndArgumentsOfEnglish(Path file) throws IOException {
        assertEquals(arguments(english(file)), arguments(file));
    }

    @ParameterizedTest
    @MethodSource("german")
    void germanPatternsCanBeRead(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Object[] arguments = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        for (String key : texts.stringPropertyNames()) {
            String pattern = texts.getProperty(key);
            if (!ARGUMENT.matcher(pattern).find()) {
                continue;
            }
            String text = new MessageFormat(pattern, Locale.GERMAN).format(arguments);
            assertFalse(text.contains("{"), key + ": " + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "enumeration", "cracking-found", "flood-spoofed", "incident"})
    void theSentencesOfFindingsAreGerman(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        List<Finding> found = found(index);
        assertFalse(found.isEmpty());
        for (Finding each : found) {
            Statement statement = each.statement();
            assertNotEquals(statement.title().text(), statement.title().in(Locale.GERMAN));
            assertNotEquals(statement.explanation().text(), statement.explanation().in(Locale.GERMAN));
            for (Sentence advice : statement.advice()) {
                assertNotEquals(advice.text(), advice.in(Locale.GERMAN));
            }
            assertFalse(statement.advice().isEmpty(), statement.title().text());
        }
    }

    private static List<Finding> found(SipIndex index) throws Exception {
        RuleMethod method = new RuleMethod();
        return method.detector(method.shipped()).detect(index, RunMonitor.NONE).findings();
    }

    @Test
    void germanSentencesAreWhole() throws Exception {
        PhoneScene scene = new PhoneScene().registers(PhoneScene.PHONE, "1007")
                .tries(PhoneScene.STRANGER, "1007", 0.1, PhoneScene.statuses(22, 401, 200));
        assertEquals("203.0.113.66 erriet das Passwort von 1007 beim 23. Versuch.",
                scene.only(new PasswordGuessing()).statement().explanation().in(Locale.GERMAN));
    }

    @Test
    void theVerbAgreesWithHowManyDidIt() throws Exception {
        assertEquals("sent", Observed.TEXTS.sentence("verb.sent", count(1)).text());
        assertEquals("sent", Observed.TEXTS.sentence("verb.sent", count(2)).text());
        assertEquals("sandte", Observed.TEXTS.sentence("verb.sent", count(1)).in(Locale.GERMAN));
        assertEquals("sandten", Observed.TEXTS.sentence("verb.sent", count(2)).in(Locale.GERMAN));
    }

    @Test
    void numbersAndCountriesAreWrittenAsInTheLanguage() throws Exception {
        assertEquals("0.035", GuessingText.pace(0.0351).text());
        assertEquals("1,235", GuessingText.pace(1234.6).text());
        assertEquals("10", GuessingText.pace(9.99).text());
        assertEquals("0", GuessingText.pace(0).text());
        assertEquals("0,035", GuessingText.pace(0.0351).in(Locale.GERMAN));
        assertEquals("1.235", GuessingText.pace(1234.6).in(Locale.GERMAN));
        assertEquals("Estonia", new Sentence.Country("Estonia").text());
        assertEquals("", new Sentence.Country("").in(Locale.GERMAN));
        assertEquals("Estland", new Sentence.Country("Estonia").in(Locale.GERMAN));
    }
}
