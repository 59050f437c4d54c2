package org.sipsleuth.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.sentence.Severity;

class IncidentKindTest {

    @ParameterizedTest
    @EnumSource
    void everyKindIsNamedAndTitledInBothLanguages(IncidentKind kind) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertFalse(kind.label().in(language).isEmpty(), kind.word());
            assertFalse(kind.stageLabel().in(language).isEmpty(), kind.word());
            assertFalse(kind.texts().sentence("incident").in(language).isEmpty(), kind.word());
        }
    }

    @ParameterizedTest
    @EnumSource
    void furtherSuccessIsNeverLessGrave(IncidentKind kind) {
        List<Severity> severities = List.of(Outcome.ATTEMPTED, Outcome.PARTIAL, Outcome.SUCCEEDED)
                .stream()
                .map(outcome -> kind.severity(outcome, false))
                .toList();
        assertEquals(severities.stream().sorted().toList(), severities, kind.word());
        assertEquals(kind.severity(Outcome.ATTEMPTED, false), kind.severity(Outcome.NOT_DETERMINED, false));
        assertTrue(kind.severity(Outcome.SUCCEEDED, true).compareTo(Severity.LOW) <= 0);
    }

    @Test
    void aHeadingBeginsWithACapital() {
        assertEquals("Host scan", IncidentKind.HOST_SCAN.heading().text());
        assertEquals("Call teardown by a third party", IncidentKind.SESSION_TEARDOWN.heading().text());
    }

    @Test
    void theFloodsAreTheKindsNamedSo() {
        for (IncidentKind kind : IncidentKind.values()) {
            assertEquals(kind.name().endsWith("_FLOOD"), kind.isFlood(), kind.word());
        }
    }
}
