package org.sipsleuth.sentence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

class SentenceTest {

    private static final MethodTexts TEXTS = MethodTexts.beside(Fault.class);

    /// The captures that come with the program.
    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../sample-captures"))) {
            return files.filter(file -> file.toString().matches(".*\\.pcap(ng)?")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allWordsOfAnInvestigationAreTextsOrData(Path capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        Methods methods = Methods.standard();
        List<Detection> detections = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            detections.add(methods.detector(model).detect(index, RunMonitor.NONE));
        }
        Investigation found = Investigation.of(index, detections);
        found.findings().forEach(SentenceWords::check);
        found.incidents().forEach(SentenceWords::check);
        found.notSeen().forEach(SentenceWords::check);
        CleanBaseline.of(index, methods, RunMonitor.NONE).lines().forEach(SentenceWords::check);
    }

    @Test
    void aPlainStringIsFound() {
        Sentence good = TEXTS.sentence("verdict.withdrawn", Sentence.term("INVITE"));
        SentenceWords.check(good);
        for (Sentence plain : List.of(Sentence.term("calls to the host"), Sentence.host("the host"),
                Sentence.english("nobody answered"), Sentence.user("nobody answered"))) {
            assertThrows(AssertionError.class, () -> SentenceWords.check(plain));
            assertThrows(AssertionError.class,
                    () -> SentenceWords.check(TEXTS.sentence("verdict.withdrawn", Sentence.row(good, plain))));
        }
    }

    @Test
    void onlyShownLettersOfAPatternAreReplaced() {
        assertEquals("{0,choice,1#1 жжжж|1<{0} жжжжж} {1,number,integer} ''жж'' {2}",
                SentenceWords.pseudo("{0,choice,1#1 call|1<{0} calls} {1,number,integer} ''is'' {2}"));
    }

    @Test
    void numbersAreWrittenAsInTheLanguage() {
        assertEquals("1,234", Sentence.count(1234).text());
        assertEquals("1.234", Sentence.count(1234).in(Locale.GERMAN));
        assertEquals("1234.50", Sentence.number(1234.5, 2).text());
        assertEquals("1.234,50", Sentence.grouped(1234.5, 2).in(Locale.GERMAN));
        assertEquals("25,0 %", Sentence.percent(0.25, 1).in(Locale.GERMAN));
        assertEquals("1.2e-07", Sentence.scientific(0.00000012, 1).text());
        assertEquals("0.035", Sentence.significant(0.0351, 2).text());
        assertEquals("0,05", new Sentence.Decimal(0.05, Sentence.Notation.SHORTEST, 0).in(Locale.GERMAN));
    }

    @Test
    void passwordsOfUrisAreMaskedWhereTheyEnter() {
        assertEquals("sip:1001:***@example.org", Sentence.captured("sip:1001:secret@example.org").text());
        assertEquals(Sentence.captured("sip:1001:one@example.org"), Sentence.captured("sip:1001:other@example.org"));
    }

    @Test
    void equalSentencesAreEqual() {
        Sentence one = MethodTexts.beside(Fault.class).sentence("fault.place", Sentence.name("here"));
        assertEquals(TEXTS.sentence("fault.place", Sentence.name("here")), one);
        assertFalse(one.equals(TEXTS.sentence("fault.place", Sentence.name("there"))));
        assertFalse(Sentence.host("10.0.0.1").equals(Sentence.user("10.0.0.1")));
    }

    @Test
    void rowsLeaveOutWhatSaysNothing() {
        assertTrue(Sentence.none().isEmpty());
        assertTrue(Sentence.row().isEmpty());
        assertEquals("a b", Sentence.paragraph(Sentence.user("a"), Sentence.none(), Sentence.user("b")).text());
        assertEquals("A, b",
                new Sentence.Capital(
                        Sentence.joined(Sentence.Punctuation.COMMA, List.of(Sentence.user("a"), Sentence.user("b"))))
                        .text());
    }
}
