package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Scene;

/// What a baseline is refused and warned for.
final class CleanBaselineTest {

    private static final int ACCOUNTS = 4;
    private static final String PRIVATE = "192.168.0.10";
    private static final String SEPARATE = "separate networks";

    private static void register(Scene scene, String domain, String registrar, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String fields = "Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%2$s%1$d\r\nMax-Forwards: 70\r\n"
                    + "From: <sip:%1$d@%2$s>;tag=f\r\nTo: <sip:%1$d@%2$s>%3$s\r\nCall-ID: %2$s%1$d\r\n"
                    + "CSeq: 1 REGISTER\r\nContact: <sip:%1$d@192.168.0.2%1$d>\r\nContent-Length: 0\r\n\r\n";
            String phone = "192.168.0.2" + i;
            scene.raw(phone, registrar, "REGISTER sip:" + domain + " SIP/2.0\r\n" + fields.formatted(i, domain, ""));
            scene.raw(registrar, phone, "SIP/2.0 200 OK\r\n" + fields.formatted(i, domain, ";tag=t"));
        }
    }

    private static Scene office(String domain, String registrar, int accounts) {
        Scene scene = new Scene();
        register(scene, domain, registrar, accounts);
        return scene;
    }

    private static String lines(SipIndex index) throws IOException {
        return CleanBaseline.of(index, Methods.standard(), RunMonitor.NONE)
                .lines()
                .stream()
                .map(Sentence::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void capturesOfTwoNetworksAreNamed() throws IOException {
        String lines = lines(Scene
                .together(List.of(office("one.example", PRIVATE, ACCOUNTS), office("two.example", PRIVATE, ACCOUNTS))));
        assertTrue(
                lines.contains("register in 2 separate networks: one.example (4 accounts); two.example (4 accounts)."),
                lines);
    }

    @Test
    void daysOfOneNetworkAreOneNetwork() throws IOException {
        for (String domain : List.of("one.example", PRIVATE)) {
            String lines = lines(
                    Scene.together(List.of(office(domain, PRIVATE, ACCOUNTS), office(domain, PRIVATE, ACCOUNTS))));
            assertEquals(-1, lines.indexOf(SEPARATE), lines);
        }
    }

    @Test
    void domainsOfOneRegistrarAreOneNetworkAndAPhoneElsewhereIsNone() throws IOException {
        Scene scene = office("one.example", PRIVATE, ACCOUNTS);
        register(scene, "two.example", PRIVATE, ACCOUNTS);
        register(scene, "provider.example", "203.0.113.5", 1);
        String lines = lines(scene.index());
        assertEquals(-1, lines.indexOf(SEPARATE), lines);
    }

    @Test
    void fewDaysAreNamed() throws IOException {
        assertTrue(lines(office("one.example", PRIVATE, 1).index()).contains("The baseline has traffic of 1 day:"));
        Scene week = new Scene();
        for (int day = 0; day < 7; day++) {
            register(week, "day" + day + ".example", PRIVATE, 1);
            week.after(86_400);
        }
        assertEquals(-1, lines(week.index()).indexOf("The baseline has traffic of"));
    }

    @Test
    void capturesWithoutMessagesAreRefused() {
        SipIndex nothing = new Scene().index();
        var refused = assertThrows(IllegalArgumentException.class, () -> CleanBaseline.checkMessages(nothing));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The baseline has no SIP messages"));
    }

    @Test
    void whatIsLabelledAsAnAttackIsLeftOut() throws IOException {
        SipIndex index = office("one.example", PRIVATE, ACCOUNTS).index();
        CleanBaseline clean = CleanBaseline.of(index, Methods.standard(),
                message -> Optional.of(index.messages().dialog(message) == 2 ? "fuzzing" : "normal"), RunMonitor.NONE);
        assertEquals(BitSet.valueOf(new long[]{1 << 2}), clean.leftOut());
        assertTrue(clean.lines()
                .stream()
                .anyMatch(line -> line.text()
                        .equals("1 of 4 dialogs are labelled as attacks by ground-truth files"
                                + " (fuzzing) and are not learned.")),
                clean.lines().toString());
    }

    @Test
    void aHostWhoseDialogsAloneAreUnknownIsNamed() {
        Scene scene = office("one.example", PRIVATE, 9);
        for (int i = 0; i < 6; i++) {
            scene.callId("odd" + i).request(Scene.STRANGER, PRIVATE, "OPTIONS", 1);
        }
        SipIndex index = scene.index();
        List<OddSource> odd =
                OddSource.of(index, new BitSet(), dialog -> index.dialogs().callId(dialog).startsWith("odd"));
        assertEquals(List.of(new OddSource(Scene.STRANGER, 6, 6, 0)), odd);
        assertEquals(List.of(), OddSource.of(index, new BitSet(), _ -> true));
        BitSet leftOut = new BitSet();
        leftOut.set(9, 15);
        assertEquals(List.of(),
                OddSource.of(index, leftOut, dialog -> index.dialogs().callId(dialog).startsWith("odd")));
    }
}
