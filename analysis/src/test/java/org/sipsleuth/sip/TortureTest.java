package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The torture messages of RFC 4475 and RFC 5118, where somebody has put them beside the
/// checkout.
class TortureTest {

    private static final Path TORTURE = Path.of("../../shared/captures/torture");

    /// What each message of RFC 4475 is about. Those that are not named have nothing that a
    /// parser can find wrong.
    private static final Map<String, Set<DefectKind>> FAULTS =
            Map.ofEntries(
                    Map.entry("badaspec", EnumSet.of(DefectKind.TO)),
                    Map.entry("badcseq", EnumSet.of(DefectKind.CSEQ, DefectKind.CSEQ_METHOD)),
                    Map.entry("baddate", EnumSet.of(DefectKind.DATE)),
                    Map.entry(
                            "baddn",
                            EnumSet.of(DefectKind.FROM, DefectKind.TO, DefectKind.NO_EMPTY_LINE)),
                    Map.entry("badinv01", EnumSet.of(DefectKind.VIA, DefectKind.CONTACT)),
                    Map.entry("badvers", EnumSet.of(DefectKind.SIP_VERSION)),
                    Map.entry("bigcode", EnumSet.of(DefectKind.STATUS_CODE)),
                    Map.entry("clerr", EnumSet.of(DefectKind.BODY_CUT)),
                    Map.entry("dblreq", EnumSet.of(DefectKind.BODY_SURPLUS)),
                    Map.entry("escruri", EnumSet.of(DefectKind.REQUEST_URI)),
                    Map.entry(
                            "insuf",
                            EnumSet.of(
                                    DefectKind.MISSING_FROM,
                                    DefectKind.MISSING_TO,
                                    DefectKind.MISSING_CALL_ID,
                                    DefectKind.MISSING_MAX_FORWARDS)),
                    Map.entry(
                            "inv2543",
                            EnumSet.of(DefectKind.MISSING_MAX_FORWARDS, DefectKind.NO_FROM_TAG)),
                    Map.entry("ltgtruri", EnumSet.of(DefectKind.REQUEST_URI_BRACKETS)),
                    Map.entry("lwsruri", EnumSet.of(DefectKind.REQUEST_URI_SPACE)),
                    Map.entry("lwsstart", EnumSet.of(DefectKind.START_LINE)),
                    Map.entry(
                            "mcl01",
                            EnumSet.of(DefectKind.REPEATED_FIELD, DefectKind.BODY_SURPLUS)),
                    Map.entry("mismatch01", EnumSet.of(DefectKind.CSEQ_METHOD)),
                    Map.entry("mismatch02", EnumSet.of(DefectKind.CSEQ_METHOD)),
                    Map.entry("multi01", EnumSet.of(DefectKind.REPEATED_FIELD)),
                    Map.entry("ncl", EnumSet.of(DefectKind.CONTENT_LENGTH)),
                    Map.entry("quotbal", EnumSet.of(DefectKind.TO)),
                    Map.entry("regbadct", EnumSet.of(DefectKind.CONTACT)),
                    Map.entry(
                            "scalar02",
                            EnumSet.of(
                                    DefectKind.CSEQ_NUMBER,
                                    DefectKind.MAX_FORWARDS,
                                    DefectKind.EXPIRES)),
                    Map.entry("scalarlg", EnumSet.of(DefectKind.CSEQ_NUMBER)),
                    Map.entry("trws", EnumSet.of(DefectKind.START_LINE)));

    @Test
    void messagesOfRfc4475HaveTheDefectsTheyWereWrittenFor() throws IOException {
        Map<String, Set<DefectKind>> found = new TreeMap<>();
        for (Path file : files("rfc4475__kirm_sip.js_with_expected_json", ".dat")) {
            String name = file.getFileName().toString().replace(".dat", "");
            if (!name.equals("test")) { // has no SIP version, and is none of the RFC's
                Set<DefectKind> kinds = EnumSet.noneOf(DefectKind.class);
                SipMessage message = SipMessage.of(Files.readAllBytes(file));
                message.defects().forEach(defect -> kinds.add(defect.kind()));
                found.put(name, kinds);
            }
        }
        assertEquals(50, found.size());
        found.values().removeIf(Set::isEmpty);
        assertEquals(new TreeMap<>(FAULTS), found);
    }

    @Test
    void soundMessagesOfRfc5118HaveNoDefect() throws IOException {
        List<Path> files = files("rfc5118__poroh_ersip", "");
        assertEquals(6, files.size());
        for (Path file : files) {
            SipMessage message = SipMessage.of(Files.readAllBytes(file));
            List<DefectKind> kinds = message.defects().stream().map(ParseDefect::kind).toList();
            boolean surplus = file.endsWith("ipv4-mapped-ipv6");
            assertEquals(surplus ? List.of(DefectKind.BODY_SURPLUS) : List.of(), kinds);
            assertTrue(message.callId().isPresent() && !message.vias().isEmpty(), file::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ser_sip__kamailio,.sip,45",
        "loria_style_templates__wangfrombupt,,475",
        "protos_style_templates__wangfrombupt,,1112",
        "fuzz_seed__pjsip,,35"
    })
    void nothingInTheOtherSetsThrows(String set, String ending, int count) throws IOException {
        List<Path> files = files(set, ending == null ? "" : ending);
        assertEquals(count, files.size());
        SipLayout layout = new SipLayout();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (SipParser.parse(bytes, 0, bytes.length, layout)) {
                assertEquals(layout.fieldCount(), SipMessage.of(bytes).headerFields().size());
            }
        }
    }

    private static List<Path> files(String set, String ending) throws IOException {
        Path folder = TORTURE.resolve(set);
        assumeTrue(Files.isDirectory(folder), "no torture messages beside the checkout");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
