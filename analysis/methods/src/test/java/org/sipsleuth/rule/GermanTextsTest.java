package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.run.RunMonitor;

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
    void onlyTheSentencesDepend(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        List<Finding> english = found(index);
        List<Finding> german = SentenceLanguage.in(Locale.GERMAN, () -> found(index));
        assertFalse(english.isEmpty());
        assertEquals(english.size(), german.size());
        for (int i = 0; i < english.size(); i++) {
            Finding one = english.get(i);
            Finding other = german.get(i);
            assertEquals(one.id(), other.id());
            assertEquals(one.origin(), other.origin());
            assertEquals(one.severity(), other.severity());
            assertEquals(one.statement().kind(), other.statement().kind());
            assertEquals(one.statement().outcome(), other.statement().outcome());
            assertEquals(one.subject(), other.subject());
            assertArrayEquals(one.evidence().messages(index), other.evidence().messages(index));
            assertNotEquals(one.statement().title(), other.statement().title());
            assertNotEquals(one.statement().explanation(), other.statement().explanation());
            assertNotEquals(one.statement().advice(), other.statement().advice());
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
                SentenceLanguage.in(Locale.GERMAN, () -> scene.only(new PasswordGuessing()).statement().explanation()));
    }

    @Test
    void theVerbAgreesWithHowManyDidIt() throws Exception {
        assertEquals("sent", Observed.TEXTS.text("verb.sent", 1));
        assertEquals("sent", Observed.TEXTS.text("verb.sent", 2));
        assertEquals("sandte", german("verb.sent", 1));
        assertEquals("sandten", german("verb.sent", 2));
    }

    @Test
    void numbersAndCountriesAreWrittenAsInTheLanguage() throws Exception {
        assertEquals("0.035", GuessingText.pace(0.0351));
        assertEquals("1,235", GuessingText.pace(1234.6));
        assertEquals("10", GuessingText.pace(9.99));
        assertEquals("0", GuessingText.pace(0));
        assertEquals("0,035", SentenceLanguage.in(Locale.GERMAN, () -> GuessingText.pace(0.0351)));
        assertEquals("1.235", SentenceLanguage.in(Locale.GERMAN, () -> GuessingText.pace(1234.6)));
        assertEquals("Estonia", Names.country("Estonia"));
        assertEquals("", SentenceLanguage.in(Locale.GERMAN, () -> Names.country("")));
        assertEquals("Estland", SentenceLanguage.in(Locale.GERMAN, () -> Names.country("Estonia")));
    }

    private static String german(String key, Object... arguments) throws Exception {
        return SentenceLanguage.in(Locale.GERMAN, () -> Observed.TEXTS.text(key, arguments));
    }
}
