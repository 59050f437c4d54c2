package org.sipsleuth.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.ParseDefect;
import org.sipsleuth.sip.SipMessage;

/// The reader's tolerant parser against the grammar of the RFCs: they were written independently,
/// and may differ only in what docs/CONFORMANCE.md lists.
class ParserDifferenceTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");
    private static final Path PUBLIC = Path.of("../../../shared/captures/pcap");

    /// The field that a defect of the parser is about.
    private static final Map<DefectKind, String> FIELDS = Map.ofEntries(
            Map.entry(DefectKind.START_LINE, MessageField.START_LINE),
            Map.entry(DefectKind.SIP_VERSION, MessageField.START_LINE),
            Map.entry(DefectKind.METHOD, MessageField.START_LINE),
            Map.entry(DefectKind.REQUEST_URI, MessageField.START_LINE),
            Map.entry(DefectKind.REQUEST_URI_SCHEME, MessageField.START_LINE),
            Map.entry(DefectKind.REQUEST_URI_SPACE, MessageField.START_LINE),
            Map.entry(DefectKind.REQUEST_URI_BRACKETS, MessageField.START_LINE),
            Map.entry(DefectKind.STATUS_CODE, MessageField.START_LINE), Map.entry(DefectKind.VIA, "Via"),
            Map.entry(DefectKind.MISSING_VIA, "Via"), Map.entry(DefectKind.BRANCH, "Via"),
            Map.entry(DefectKind.FROM, "From"), Map.entry(DefectKind.MISSING_FROM, "From"),
            Map.entry(DefectKind.NO_FROM_TAG, "From"), Map.entry(DefectKind.TO, "To"),
            Map.entry(DefectKind.MISSING_TO, "To"), Map.entry(DefectKind.CONTACT, "Contact"),
            Map.entry(DefectKind.CALL_ID, "Call-ID"), Map.entry(DefectKind.MISSING_CALL_ID, "Call-ID"),
            Map.entry(DefectKind.CSEQ, "CSeq"), Map.entry(DefectKind.CSEQ_NUMBER, "CSeq"),
            Map.entry(DefectKind.CSEQ_METHOD, "CSeq"), Map.entry(DefectKind.MISSING_CSEQ, "CSeq"),
            Map.entry(DefectKind.MAX_FORWARDS, "Max-Forwards"),
            Map.entry(DefectKind.MISSING_MAX_FORWARDS, "Max-Forwards"), Map.entry(DefectKind.EXPIRES, "Expires"),
            Map.entry(DefectKind.DATE, "Date"), Map.entry(DefectKind.CONTENT_LENGTH, "Content-Length"),
            Map.entry(DefectKind.CONTENT_TYPE, "Content-Type"), Map.entry(DefectKind.ROUTE, "Route"),
            Map.entry(DefectKind.RECORD_ROUTE, "Record-Route"));

    /// Fields whose grammar the parser checks.
    private static final Set<String> CHECKED_BY_BOTH = FIELDS.values().stream().collect(Collectors.toUnmodifiableSet());

    /// Rules about these fields that the parser leaves out: docs/CONFORMANCE.md.
    private static final Set<String> NOT_OF_THE_PARSER = Set.of("to-tag", "via-branch-missing", "via-branch-cookie",
            "contact-missing", "contact-star", "expires-range");

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> differences = new TreeMap<>();

    @Test
    void samplesDifferInNothingButTheListedTolerances() throws IOException {
        assertTrue(compareAll(SAMPLES) > 7_000);
        assertEquals(Map.of("From only departs", 2), differences);
    }

    @Test
    void publicCapturesDifferInNothingButTheListedTolerances() throws IOException {
        assumeTrue(Files.isDirectory(PUBLIC));
        assertTrue(compareAll(PUBLIC) > 12_000);
        assertEquals(Map.of(), differences);
    }

    /// @return how many different messages there are
    private int compareAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap|fuzzed)"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try {
                SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
                for (int i = 0; i < index.messages().size(); i++) {
                    byte[] bytes = index.bytes(i);
                    if (seen.add(new String(bytes, StandardCharsets.ISO_8859_1))) {
                        compare(bytes);
                    }
                }
            } catch (CaptureFormatException noCapture) {
                assertTrue(noCapture.getMessage() != null);
            }
        }
        return seen.size();
    }

    private void compare(byte[] bytes) {
        Set<DefectKind> defects =
                SipMessage.of(bytes).defects().stream().map(ParseDefect::kind).collect(Collectors.toSet());
        List<Departure> departures =
                Conformance.check(bytes).stream().filter(its -> its.severity() != Severity.INFO).toList();
        Set<String> departing = departures.stream().map(Departure::field).collect(Collectors.toSet());
        for (DefectKind kind : defects) {
            String field = FIELDS.get(kind);
            if (field != null && !departing.contains(field)) {
                differences.merge(kind + " only parsed", 1, Integer::sum);
            }
        }
        if (defects.stream().anyMatch(kind -> !FIELDS.containsKey(kind))) {
            // damage that is about no field: bytes that are no UTF-8, control characters, lines
            assertTrue(!departures.isEmpty() || defects.equals(Set.of(DefectKind.BODY_SURPLUS)),
                    () -> defects + new String(bytes, StandardCharsets.ISO_8859_1));
            return;
        }
        Set<String> defective = defects.stream().map(FIELDS::get).collect(Collectors.toSet());
        for (Departure each : departures) {
            if (CHECKED_BY_BOTH.contains(each.field()) && !NOT_OF_THE_PARSER.contains(each.rule())
                    && !defective.contains(each.field())) {
                differences.merge(each.field() + " only departs", 1, Integer::sum);
            }
        }
    }
}
