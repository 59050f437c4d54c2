package org.sipsleuth.report.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.sentence.Severity;

/// Every word of a report is there in every language.
class ReportTextTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(DocumentTexts.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        Properties english = bundle("texts.properties");
        Properties german = bundle("texts_de.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english, key), arguments(german, key), key);
            new MessageFormat(german.getProperty(key), Locale.GERMAN);
        }
    }

    private static Set<String> arguments(Properties texts, String key) {
        return ARGUMENT.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theGlossariesExplainTheSameTerms() throws IOException {
        assertEquals(terms(bundle("texts.properties")), terms(bundle("texts_de.properties")));
    }

    private static Set<String> terms(Properties texts) {
        return new TreeSet<>(Arrays.asList(texts.getProperty("glossary").split(",", -1)));
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void whateverAnInvestigationHoldsHasItsWord(ReportLanguage language) {
        ReportText text = ReportText.of(language);
        for (IncidentKind kind : IncidentKind.values()) {
            assertFalse(text.kind(kind).isEmpty(), kind.word());
        }
        for (Outcome outcome : Outcome.values()) {
            assertFalse(text.outcome(outcome).isEmpty(), outcome.word());
        }
        for (Severity severity : Severity.values()) {
            assertFalse(text.severity(severity).isEmpty(), severity.word());
        }
        for (Judgement judgement : Judgement.values()) {
            assertFalse(judgement(text, Subject.sequence("BYE"), judgement).isEmpty());
            assertFalse(judgement(text, Subject.incident("1"), judgement).isEmpty());
        }
        for (ReportSection section : ReportSection.values()) {
            assertFalse(text.text("section." + section.word()).isEmpty(), section.word());
        }
    }

    private static String judgement(ReportText text, Subject about, Judgement judgement) {
        return text.judgement(CaseRecords.verdict(about, judgement, "", "Ann"));
    }

    @Test
    void incidentsAreJudgedInTheirOwnWords() {
        ReportText english = ReportText.of(ReportLanguage.ENGLISH);
        ReportText german = ReportText.of(ReportLanguage.GERMAN);
        Subject incident = Subject.incident("1");
        Subject sequence = Subject.sequence("BYE");
        for (Judgement each : Judgement.values()) {
            assertEquals(each.text(Subject.Kind.INCIDENT), judgement(english, incident, each), "window");
            assertEquals(each.text(), judgement(english, sequence, each), "window");
        }
        assertEquals(
                List.of("Fehlalarm", "Fehlkonfiguration", "Artefakt der Aufzeichnung", "verdächtig",
                        "Angriff bestätigt, niedrig", "Angriff bestätigt, mittel", "Angriff bestätigt, hoch",
                        "Angriff bestätigt, kritisch", "weiter zu klären"),
                Stream.of(Judgement.values()).map(each -> judgement(german, incident, each)).toList());
    }

    @Test
    void englishStaysEnglishOnAGermanMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("host scan", ReportText.of(ReportLanguage.ENGLISH).kind(IncidentKind.HOST_SCAN));
            assertEquals("1,369", ReportText.of(ReportLanguage.ENGLISH).number(1369));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersAreShortAndAProbabilityIsNeverCertain() {
        ReportText english = ReportText.of(ReportLanguage.ENGLISH);
        ReportText german = ReportText.of(ReportLanguage.GERMAN);
        assertEquals("0.9512", english.number(0.95123));
        assertEquals("0,9512", german.number(0.95123));
        assertEquals("1.369", german.number(1369));
        assertEquals("> 0.9999", english.number(0.99999999));
        assertEquals("1.234E-9", english.number(1.2341e-9));
        assertEquals("NaN", english.number(Double.NaN));
        assertEquals("97.5 %", english.percent(0.975));
    }
}
