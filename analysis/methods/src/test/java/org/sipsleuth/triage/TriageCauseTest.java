package org.sipsleuth.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.dialog.hint.DialogHint;

/// One name for a cause, from its key alone.
final class TriageCauseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            problem no_ack | Dropped: no ACK
            problem loop | Loop or too many hops
            problem forbidden INVITE | INVITE refused: forbidden
            problem bye_refused INVITE | INVITE dropped: BYE refused
            problem no_response REGISTER | REGISTER failed: no response
            problem not_found_though_registered | INVITE refused: not found, though the user is registered
            order BYE/200 after INVITE/486 | BYE/200 after INVITE/486
            transaction end after 403 to INVITE | No ACK after 403 to INVITE
            transaction end after 100 to INVITE | No final response after 100 to INVITE
            transaction 488 to NOTIFY after NOTIFY | 488 to NOTIFY after NOTIFY
            transaction (INVITE) | Response to INVITE without any request before it
            sequence INVITE 486 ACK | INVITE 486 ACK
            problem of another version | of another version
            """)
    void hasANameInWords(String text, String title) {
        assertEquals(title, TriageCause.of(text).orElseThrow().title().text());
        assertEquals(text, TriageCause.of(text).orElseThrow().text());
    }

    @ParameterizedTest
    @EnumSource(DialogHint.class)
    void eachHintIsSaidPlainly(DialogHint hint) {
        TriageCause cause = new TriageCause(TriageCause.Source.PROBLEM, hint.id());
        assertNotEquals(cause.title().text(), cause.plain().text());
        assertNotEquals(cause.plain().text(), cause.plain().in(Locale.GERMAN));
    }

    @Test
    void problemsAreSaidPlainlyWithTheirSection() {
        TriageCause dropped = new TriageCause(TriageCause.Source.PROBLEM, "no_ack");
        assertEquals("Answered calls dropped: the ACK never came", dropped.plain().text());
        assertEquals(Optional.of("RFC 3261 §13.3.1.4"), dropped.rfc());
        TriageCause login = new TriageCause(TriageCause.Source.PROBLEM, "forbidden REGISTER");
        assertEquals("Phones could not register: forbidden", login.plain().text());
        assertEquals("SUBSCRIBE not served: no response",
                new TriageCause(TriageCause.Source.PROBLEM, "no_response SUBSCRIBE").plain().text());
        assertEquals(Optional.empty(), TriageCause.of("no cause of triage").flatMap(TriageCause::rfc));
    }
}
