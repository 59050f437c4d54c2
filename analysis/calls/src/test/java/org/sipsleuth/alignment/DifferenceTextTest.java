package org.sipsleuth.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an expert would say of two dialogs.
class DifferenceTextTest {

    private static String text(String known, String other) {
        return DifferenceText.of(Alignment.of(Sample.sequence(known), Sample.sequence(other)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INVITE 100 180 200 ACK BYE 200 | without difference
                    INVITE 100 180 200 BYE 200 | without ACK
                    INVITE 180 200 ACK BYE 200 | without 100
                    INVITE 100 180 180 200 ACK BYE 200 | with 180 twice after 100
                    INVITE 100 180 180 180 200 ACK BYE 200 | with 180 three times after 100
                    INVITE 100 180 200 ACK BYE 200 BYE 200 | with BYE 200 twice at the end
                    INVITE 100 180 200 ACK BYE BYE 200 200 | with BYE twice after ACK and with 200 twice at the end
                    INVITE 100 180 200 ACK | without BYE 200
                    INVITE 100 180 200 ACK BYE | without 200 at the end
                    INVITE 100 180 183 486 ACK | with 183 486 instead of 200 as messages 4 and 5 and without BYE 200
                    INVITE 100 486 ACK | with 486 instead of 180 200 as message 3 and without BYE 200
                    INVITE 100 180 CANCEL 200 487 ACK | with CANCEL after 180, with 487 after 200 and without BYE 200
                    INVITE 100 180 200 ACK INVITE 100 200 ACK BYE 200 | with re-INVITE 100 200 ACK after ACK
                    INVITE 100 180 200 ACK INVITE 200 ACK INVITE 200 ACK BYE 200 | with re-INVITE 200 ACK twice after ACK
                    INVITE 100 180 200 INVITE ACK BYE 200 | with a re-INVITE after 200
                    INVITE 401 ACK INVITE 100 180 200 ACK BYE 200 | with INVITE 401 ACK at the beginning
                    INVITE 100 407 ACK INVITE 100 180 200 ACK BYE 200 | with INVITE 100 407 ACK at the beginning
                    INVITE 180 100 200 ACK BYE 200 | with 100 after 180 instead of after INVITE
                    INVITE 100 180 200 200 ACK ACK BYE 200 | with 200 twice after 180 and with ACK twice after 200
                    INVITE 100 180 200 ACK 200 ACK BYE 200 | with 200 ACK twice after 180
                    INVITE 100 180 200 BYE 200 ACK | with ACK at the end instead of after 200
                    INVITE 100 180 200 ACK BYE 481 | with 481 instead of 200 as message 7
                    INVITE 100 180 200 ACK BYE 200 481 | with 481 at the end
                    INVITE 100 180 200 ACK REFER 202 NOTIFY 200 NOTIFY 200 BYE 200 | with REFER 202 NOTIFY 200 NOTIFY 200 after ACK
                    INVITE 100 183 PRACK 200 180 200 ACK BYE 200 | with 183 PRACK 200 after 100
                    OPTIONS 200 | with OPTIONS instead of INVITE 100 180 200 ACK BYE as message 1
                    INVITE 100 180 200 ACK INFO 200 INFO 200 INFO 200 BYE 200 | with INFO 200 three times after ACK
                    INVITE 100 180 200 ACK MESSAGE 200 INFO 200 BYE 200 | with MESSAGE 200 INFO 200 after ACK
                    INVITE 183 200 BYE 200 200 ACK INFO | with 183 instead of 100 180 as message 2, without ACK and with 200 ACK INFO at the end
                    """)
    void againstACall(String other, String words) {
        assertEquals(words, text("INVITE 100 180 200 ACK BYE 200", other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INVITE 100 180 200 ACK INVITE 200 ACK INVITE 200 ACK BYE 200 | with re-INVITE 200 ACK twice after ACK
                    INVITE 100 180 200 ACK INVITE 200 INVITE ACK BYE 200 | with a second re-INVITE after 200
                    INVITE 100 180 200 ACK BYE 200 | without re-INVITE 200 ACK
                    """)
    void againstACallWithReInvite(String other, String words) {
        assertEquals(words, text("INVITE 100 180 200 ACK INVITE 200 ACK BYE 200", other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    REGISTER 401 REGISTER 401 REGISTER 200 | with REGISTER 401 twice at the beginning
                    REGISTER 401 REGISTER 403 | with 403 instead of 200 as message 4
                    REGISTER 200 | without REGISTER 401
                    REGISTER 401 | without REGISTER 200
                    REGISTER | without 401 REGISTER 200
                    REGISTER 401 REGISTER 200 REGISTER 401 REGISTER 200 REGISTER 401 REGISTER 200 | with REGISTER 401 REGISTER 200 three times
                    """)
    void againstARegistration(String other, String words) {
        assertEquals(words, text("REGISTER 401 REGISTER 200", other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OPTIONS 404 | with 404 instead of 200 as message 2
                    OPTIONS | without 200
                    200 | without OPTIONS
                    REGISTER 401 | with REGISTER 401 instead of OPTIONS 200 as messages 1 and 2
                    INVITE 100 180 200 ACK BYE 200 | with INVITE 100 180 200 ACK BYE instead of OPTIONS as messages 1 to 6
                    OPTIONS 200 OPTIONS 200 OPTIONS 200 OPTIONS 200 | with OPTIONS 200 four times
                    """)
    void againstAQuery(String other, String words) {
        assertEquals(words, text("OPTIONS 200", other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INVITE 100 180 180 200 ACK BYE 200 | INVITE 100 180 200 ACK BYE 200 | without the second 180
                    INVITE 100 180 183 200 ACK | INVITE 100 180 183 486 ACK | with 486 instead of 200 as message 5
                    INVITE 401 ACK INVITE 100 180 200 ACK BYE 200 | INVITE 100 180 200 ACK BYE 200 | without INVITE 401 ACK
                    INVITE 100 183 PRACK 200 200 ACK BYE 200 | INVITE 100 183 PRACK 200 183 PRACK 200 200 ACK BYE 200 | with 183 PRACK 200 twice after 100
                    SUBSCRIBE 200 NOTIFY 200 | SUBSCRIBE 200 NOTIFY 200 NOTIFY 481 | with NOTIFY 481 at the end
                    SUBSCRIBE 200 NOTIFY 200 NOTIFY 200 | SUBSCRIBE 200 NOTIFY NOTIFY 200 200 | with the second NOTIFY after NOTIFY instead of after 200
                    SUBSCRIBE 200 NOTIFY 200 NOTIFY 200 SUBSCRIBE 200 | SUBSCRIBE 200 NOTIFY 200 SUBSCRIBE 200 | without the second NOTIFY 200
                    INVITE 100 180 200 ACK UPDATE 200 BYE 200 | INVITE 100 180 200 ACK INVITE 488 ACK BYE 200 | with re-INVITE 488 ACK instead of UPDATE 200 as messages 6 to 8
                    """)
    void againstOthers(String known, String other, String words) {
        assertEquals(words, text(known, other));
    }

    @Test
    void theKnownDialogIsNamed() {
        Alignment alignment = Alignment.of(Sample.sequence("OPTIONS 200"), Sample.sequence("OPTIONS 404"));
        assertEquals("known dialog 12 with 404 instead of 200 as message 2",
                DifferenceText.of("known dialog 12", alignment));
    }

    @Test
    void manyDifferencesAreSummarised() {
        assertEquals("with 1 after a, with 2 after b, with 3 after c and with 4 after d",
                text("a b c d e", "a 1 b 2 c 3 d 4 e"));
        assertEquals("with 1 after a, with 2 after b, with 3 after c and 14 more differences",
                text("a b c d e f g h i j k l m n o p q",
                        "a 1 b 2 c 3 d 4 e 5 f 6 g 7 h 8 i 9 j 10 k 11 l 12 m 13 n 14 o 15 p 16 q 17"));
    }

    @Test
    void longPiecesAreCut() {
        assertEquals("with OPTIONS 200 (23 times) at the end",
                text("INVITE 486 ACK", "INVITE 486 ACK" + " OPTIONS 200".repeat(23)));
        assertEquals("with 1 2 3 4 5 6 … (10 messages) at the end", text("INVITE", "INVITE 1 2 3 4 5 6 7 8 9 10"));
    }

    @Test
    void whatWasNotComparedIsSaid() {
        List<String> known = Collections.nCopies(1_000, "200");
        List<String> longer = Collections.nCopies(1_000_000, "200");
        assertEquals("without difference in the first 1,000 messages", DifferenceText.of(Alignment.of(known, longer)));
        assertEquals("with 200 (1,000 times) at the beginning (first 1,000 messages compared)",
                DifferenceText.of(Alignment.of(List.of("200"), longer)));
    }

    @Test
    void onlyWithinACallAnInviteIsAReInvite() {
        String prack = "INVITE 183 PRACK 200 486 ACK";
        assertEquals("with a second INVITE at the end", text(prack, prack + " INVITE"));
        String cancel = "INVITE 180 CANCEL 200 487 ACK";
        assertEquals("with a second INVITE at the end", text(cancel, cancel + " INVITE"));
        String challenge = "INVITE 401 ACK";
        assertEquals("with a second INVITE at the end", text(challenge, challenge + " INVITE"));
        String ended = "INVITE 200 ACK BYE 200";
        assertEquals("with a second INVITE at the end", text(ended, ended + " INVITE"));
        String call = "INVITE 200 ACK INFO 200";
        assertEquals("with a re-INVITE at the end", text(call, call + " INVITE"));
    }

    @Test
    void severalOfOneNameAreCounted() {
        assertEquals("with an 11th NOTIFY after a", text(notifies(11), notifies(11, "NOTIFY")));
        assertEquals("with an eighth NOTIFY after a", text(notifies(8), notifies(8, "NOTIFY")));
        assertEquals("with a 22nd NOTIFY after a", text(notifies(22), notifies(22, "NOTIFY")));
    }

    /// One NOTIFY less than that, each followed by another message, with more before the last one.
    private static String notifies(int number, String... more) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < number; i++) {
            text.append("NOTIFY ").append(i == number - 1 ? "a " : i + " ");
        }
        return text + String.join(" ", more) + " end";
    }

    @Test
    void hostileMethodsCannotDisturbTheText() {
        String hostile = "\u202e\u0000\n\ud800 e" + "x".repeat(100_000);
        String text = DifferenceText.shown(hostile);
        assertEquals("\\u{202e}\\u{0}\\u{a}\\u{d800}\\u{20}e" + "x".repeat(18) + "…", text);
        Alignment alignment = Alignment.of(List.of("INVITE"), List.of("INVITE", hostile, ""));
        assertEquals("with " + text + " (no name) at the end", DifferenceText.of(alignment));
        assertTrue(DifferenceText.of(alignment).length() < 120);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INVITE 100 180 200 ACK BYE 200 | ohne Unterschied
                    INVITE 100 180 180 200 ACK BYE 200 | mit 180 zweimal nach 100
                    INVITE 100 180 200 ACK BYE 200 481 | mit 481 am Ende
                    INVITE 100 486 ACK | mit 486 statt 180 200 als Nachricht 3 und ohne BYE 200
                    INVITE 100 180 183 486 ACK | mit 183 486 statt 200 als Nachrichten 4 und 5 und ohne BYE 200
                    INVITE 100 180 200 BYE 200 ACK | mit ACK am Ende statt nach 200
                    INVITE 100 180 200 INVITE ACK BYE 200 | mit re-INVITE nach 200
                    INVITE 100 180 200 ACK BYE 200 INVITE | mit INVITE (2. Vorkommen) am Ende
                    """)
    void inGerman(String other, String words) {
        Alignment alignment = Alignment.of(Sample.sequence("INVITE 100 180 200 ACK BYE 200"), Sample.sequence(other));
        assertEquals(words, DifferenceText.of(alignment, Locale.GERMAN));
    }

    @Test
    void germanHasTheTextsOfEnglish() {
        String name = "org.sipsleuth.alignment.words.texts";
        assertEquals(ResourceBundle.getBundle(name, Locale.ROOT).keySet(),
                ResourceBundle.getBundle(name, Locale.GERMAN).keySet());
    }
}
