package org.sipsleuth.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.sentence.Severity;

/// The verdict on each message of RFC 4475 and RFC 5118, and what it rests on, where somebody has
/// put the messages beside the checkout; those of RFC 5118 that no public set has are written after
/// what the RFC says of them.
class TortureConformanceTest {

    private static final Path TORTURE = Path.of("../../../shared/captures/torture");
    private static final List<String> SETS =
            List.of("rfc4475__kirm_sip.js_with_expected_json/%s.dat", "rfc5118__poroh_ersip/%s");

    private static final String VIA = "SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111";
    private static final String SDP = "v=0\r\no=a 1 1 IN IP6 2001:db8::20\r\ns=-\r\nc=IN IP6 2001:db8::20\r\nt=0 0\r\n"
            + "m=audio 6000 RTP/AVP 0\r\n";

    private static final Map<String, String> WRITTEN =
            Map.of("ipv6-bad", message("REGISTER sip:2001:db8::10 SIP/2.0", VIA, ""), "port-unambiguous",
                    message("REGISTER sip:[2001:db8::10]:5070 SIP/2.0", VIA, ""), "via-received-param-with-delim",
                    message("BYE sip:[2001:db8::10] SIP/2.0", VIA + ";received=[2001:db8::9]", ""), "ipv6-in-sdp",
                    message("INVITE sip:u@[2001:db8::10] SIP/2.0", VIA, SDP), "mult-ip-in-sdp",
                    message("INVITE sip:u@[2001:db8::10] SIP/2.0", VIA,
                            SDP + "m=video 6024 RTP/AVP 107\r\nc=IN IP4 192.0.2.1\r\n"));

    /// One line of the table.
    record Verdict(String section, String name, boolean isValid, TreeSet<String> departures) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String message(String line, String via, String body) {
        return line + "\r\nVia: " + via + "\r\nMax-Forwards: 70\r\nFrom: <sip:u@example.com>;tag=1\r\n"
                + "To: <sip:u@example.com>\r\nCall-ID: c1@[2001:db8::9:1]\r\nCSeq: 1 " + line.split(" ", 2)[0]
                + "\r\nContact: <sip:u@[2001:db8::9:1]>\r\n"
                + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    static List<Verdict> verdicts() throws IOException {
        try (InputStream in = Objects.requireNonNull(TortureConformanceTest.class.getResourceAsStream("torture.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Verdict(cells[0], cells[1], cells[2].equals("valid"),
                            cells[3].equals("-") ? new TreeSet<>() : new TreeSet<>(List.of(cells[3].split(",")))))
                    .toList();
        }
    }

    private static Optional<byte[]> bytes(String name) throws IOException {
        String written = WRITTEN.get(name);
        if (written != null) {
            return Optional.of(written.getBytes(StandardCharsets.ISO_8859_1));
        }
        for (String set : SETS) {
            Path file = TORTURE.resolve(set.formatted(name));
            if (Files.exists(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void messageHasTheDeparturesItWasWrittenFor(Verdict verdict) throws IOException {
        Optional<byte[]> bytes = bytes(verdict.name());
        assumeTrue(bytes.isPresent(), "no such message beside the checkout");
        List<Departure> found = Conformance.check(bytes.get());
        assertEquals(verdict.departures(),
                found.stream()
                        .filter(its -> its.severity() != Severity.INFO)
                        .map(its -> its.rule() + ':' + its.field())
                        .collect(Collectors.toCollection(TreeSet::new)),
                found.toString());
        assertEquals(verdict.isValid(), found.stream().allMatch(its -> its.severity().compareTo(Severity.MEDIUM) < 0));
    }

    @Test
    void syntaxHasADerivationAndWhatWasExpected() throws IOException {
        for (Verdict verdict : verdicts()) {
            Optional<byte[]> bytes = bytes(verdict.name());
            if (bytes.isPresent()) {
                for (Departure each : Conformance.check(bytes.get())) {
                    assertEquals(each.rule().equals("syntax"), !each.derivation().isEmpty());
                    assertEquals(each.rule().equals("syntax"), !each.expected().isEmpty());
                    assertTrue(each.offset() + each.length() <= bytes.get().length);
                }
            }
        }
    }

    @Test
    void tableHasAllMessagesOfBothRfcs() throws IOException {
        List<Verdict> all = verdicts();
        assertEquals(61, all.stream().map(Verdict::name).distinct().count());
        assertEquals(49, all.stream().filter(its -> its.section().startsWith("4475")).count());
        assertEquals(11, all.stream().filter(its -> its.section().startsWith("5118")).count());
    }
}
