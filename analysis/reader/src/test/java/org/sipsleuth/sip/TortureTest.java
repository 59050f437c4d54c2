package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.sipsleuth.fuzz.MessageCheck;

/// The torture messages of RFC 4475 and RFC 5118, where somebody has put them beside the
/// checkout.
class TortureTest {

    private static final Path TORTURE = Path.of("../../../shared/captures/torture");

    /// What each message of RFC 4475 is about. Those that are not named have nothing that a
    /// parser can find wrong.
    private static final Map<String, Set<DefectKind>> FAULTS = Map.ofEntries(
            Map.entry("badaspec", EnumSet.of(DefectKind.TO)), Map.entry("badbranch", EnumSet.of(DefectKind.BRANCH)),
            Map.entry("badcseq", EnumSet.of(DefectKind.CSEQ, DefectKind.CSEQ_METHOD)),
            Map.entry("baddate", EnumSet.of(DefectKind.DATE)),
            Map.entry("baddn", EnumSet.of(DefectKind.FROM, DefectKind.TO, DefectKind.NO_EMPTY_LINE)),
            Map.entry("badinv01", EnumSet.of(DefectKind.VIA, DefectKind.CONTACT)),
            Map.entry("badvers", EnumSet.of(DefectKind.SIP_VERSION)),
            Map.entry("bigcode", EnumSet.of(DefectKind.STATUS_CODE)),
            Map.entry("clerr", EnumSet.of(DefectKind.BODY_CUT)),
            Map.entry("dblreq", EnumSet.of(DefectKind.BODY_SURPLUS)),
            Map.entry("escruri", EnumSet.of(DefectKind.REQUEST_URI)),
            Map.entry("insuf",
                    EnumSet.of(DefectKind.MISSING_FROM, DefectKind.MISSING_TO, DefectKind.MISSING_CALL_ID,
                            DefectKind.MISSING_MAX_FORWARDS)),
            Map.entry("inv2543", EnumSet.of(DefectKind.MISSING_MAX_FORWARDS, DefectKind.NO_FROM_TAG)),
            Map.entry("ltgtruri", EnumSet.of(DefectKind.REQUEST_URI_BRACKETS)),
            Map.entry("lwsruri", EnumSet.of(DefectKind.REQUEST_URI_SPACE)),
            Map.entry("lwsstart", EnumSet.of(DefectKind.START_LINE)),
            Map.entry("mcl01", EnumSet.of(DefectKind.REPEATED_FIELD, DefectKind.BODY_SURPLUS)),
            Map.entry("mismatch01", EnumSet.of(DefectKind.CSEQ_METHOD)),
            Map.entry("mismatch02", EnumSet.of(DefectKind.CSEQ_METHOD)),
            Map.entry("multi01", EnumSet.of(DefectKind.REPEATED_FIELD)),
            Map.entry("ncl", EnumSet.of(DefectKind.CONTENT_LENGTH)), Map.entry("quotbal", EnumSet.of(DefectKind.TO)),
            Map.entry("regbadct", EnumSet.of(DefectKind.CONTACT)),
            Map.entry("scalar02", EnumSet.of(DefectKind.CSEQ_NUMBER, DefectKind.MAX_FORWARDS, DefectKind.EXPIRES)),
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
    @CsvSource({"ser_sip__kamailio,.sip,45", "fuzz_seed__pjsip,,35"})
    void nothingInTheOtherSetsThrows(String set, String ending, int count) throws IOException {
        List<Path> files = files(set, ending == null ? "" : ending);
        assertEquals(count, files.size());
        for (Path file : files) {
            MessageCheck.isSound(Files.readAllBytes(file));
        }
    }

    /// What stands for the places in a mutation template that its sender fills in.
    private static final Map<String, String> FILLING =
            Map.of("[Server_Uri]", "example.org", "[From_User]", "alice", "[IP]", "192.0.2.9", "[PORT]", "5070",
                    "[Tag]", "t1", "[Call_Id]", "c7", "[CSeq]", "17", "[Branch]", "z9hG4bK3");

    /// Lines of a filled template that were not mutated, and what must be read of each.
    private static final Map<String, Map<Part, String>> SOUND_LINES =
            Map.of("Call-ID: c7@192.0.2.9", Map.of(Part.CALL_ID, "c7@192.0.2.9"), "CSeq: 17 REGISTER",
                    Map.of(Part.CSEQ_METHOD, "REGISTER"), "From: \"linfeng\" <sip:alice@example.org>;tag=t1",
                    Map.of(Part.FROM_URI, "sip:alice@example.org", Part.FROM_TAG, "t1"),
                    "To: \"linfeng\" <sip:alice@example.org>", Map.of(Part.TO_URI, "sip:alice@example.org"),
                    "Via: SIP/2.0/UDP 192.0.2.9:5070;branch=z9hG4bK3", Map.of(Part.BRANCH, "z9hG4bK3"));

    /// A mutation costs what it is written into, and nothing beside it.
    @ParameterizedTest
    @CsvSource({
        "loria_style_templates__wangfrombupt,475,475,2025",
        "protos_style_templates__wangfrombupt,1112,981,4089"})
    void whatWasNotMutatedIsRead(String set, int count, int sound, int lines) throws IOException {
        List<Path> files = files(set, "");
        assertEquals(count, files.size());
        int soundFound = 0;
        int linesFound = 0;
        for (Path file : files) {
            byte[] raw = Files.readAllBytes(file);
            MessageCheck.isSound(raw);
            String text = filled(raw);
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            if (MessageCheck.isSound(bytes)) {
                soundFound++;
                linesFound += assertSoundLinesRead(bytes, text, file);
            } else {
                String mutated = file.getParent().getParent().getFileName().toString();
                assertTrue(Set.of("SIP-Method", "SIP-Version").contains(mutated), file::toString);
            }
        }
        assertEquals(List.of(sound, lines), List.of(soundFound, linesFound));
    }

    private static String filled(byte[] template) {
        String text = new String(template, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> place : FILLING.entrySet()) {
            text = text.replace(place.getKey(), place.getValue());
        }
        return text;
    }

    private static int assertSoundLinesRead(byte[] bytes, String text, Path file) {
        SipLayout layout = new SipLayout();
        assertTrue(SipParser.parse(bytes, 0, bytes.length, layout));
        List<String> head = text.lines().takeWhile(line -> !line.isEmpty()).toList();
        int read = 0;
        for (Map.Entry<String, Map<Part, String>> line : SOUND_LINES.entrySet()) {
            String name = line.getKey().substring(0, line.getKey().indexOf(':') + 1);
            List<String> its = head.stream().filter(all -> all.startsWith(name)).toList();
            if (its.equals(List.of(line.getKey()))) {
                read++;
                line.getValue()
                        .forEach((part, value) -> assertEquals(value,
                                text.substring(layout.from(part), layout.to(part)), file::toString));
            }
        }
        return read;
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
