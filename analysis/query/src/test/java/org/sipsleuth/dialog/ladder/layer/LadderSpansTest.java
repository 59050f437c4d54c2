package org.sipsleuth.dialog.ladder.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.RowSpans.Span;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;

class LadderSpansTest {

    private static Ladder cancelled() throws IOException {
        SipIndex index = new Talk().request(CALLER, PROXY, "INVITE", 1, "i")
                .response(PROXY, CALLER, 180, "INVITE", 1, "i")
                .request(CALLER, PROXY, "CANCEL", 1, "i")
                .response(PROXY, CALLER, 200, "CANCEL", 1, "i")
                .after(60)
                .response(PROXY, CALLER, 487, "INVITE", 1, "i")
                .request(CALLER, PROXY, "ACK", 1, "i")
                .read();
        return Ladder.of(index, index.messagesOf(0));
    }

    private static List<Span> in(RowSpans spans, int from, int end) {
        List<Span> found = new ArrayList<>();
        spans.forEachIn(from, end, found::add);
        return found;
    }

    @Test
    void transactionsThatOverlapStandSideBySide() throws IOException {
        RowSpans spans = TransactionSpans.of(cancelled());
        assertEquals(List.of(new Span(0, 0, 5, 0), new Span(1, 2, 3, 2)), in(spans, 0, 6));
        assertEquals(List.of(new Span(0, 0, 5, 0)), in(spans, 4, 6));
        assertEquals(List.of(new Span(0, 0, 5, 0)), in(spans, 0, 2));
        assertEquals(2, spans.columns());
    }

    @Test
    void transactionsBeyondTheColumnsAreCounted() throws IOException {
        Talk talk = new Talk();
        for (int i = 0; i < 9; i++) {
            talk.request(CALLER, PROXY, "INFO", i + 1, "i" + i);
        }
        for (int i = 0; i < 9; i++) {
            talk.response(PROXY, CALLER, 200, "INFO", i + 1, "i" + i);
        }
        SipIndex index = talk.read();
        RowSpans spans = TransactionSpans.of(Ladder.of(index, index.messagesOf(0)));
        assertEquals(RowSpans.MOST_COLUMNS, spans.columns());
        assertEquals(9 - RowSpans.MOST_COLUMNS, spans.leftOut());
    }

    @Test
    void statesAreThoseAfterEachRow() throws IOException {
        List<Span> states = in(StateSpans.of(cancelled()), 0, 6);
        assertEquals(List.of(Outcome.SETTING_UP, Outcome.RINGING, Outcome.CANCELLED),
                states.stream().map(StateSpans::outcome).toList());
        assertEquals(2, states.getLast().first());
        assertEquals(5, states.getLast().last());
    }

    @Test
    void theLastStateIsThatOfTheTable() throws IOException {
        Ladder ladder = cancelled();
        Span last = in(StateSpans.of(ladder), 0, 6).getLast();
        assertEquals(DialogOutcome.of(ladder.index(), 0).outcome(), StateSpans.outcome(last));
    }

    @Test
    void longPausesAreBreaksAndShortOnesToScale() throws IOException {
        TimeSpacing spacing = TimeSpacing.of(cancelled());
        assertEquals(0, spacing.roomBefore(0));
        assertEquals(TimeSpacing.MOST_ROOM, spacing.roomBefore(1));
        assertFalse(spacing.isBreak(1));
        assertTrue(spacing.isBreak(4));
        assertEquals(61_000_000_000L, spacing.nanosBefore(4));
        assertEquals(TimeSpacing.BREAK_ROOM, spacing.roomBefore(4));
        assertEquals(250_000_000, spacing.nanosPerRow());
    }

    @Test
    void rowsAreGroupedByWhatTheyShare() throws IOException {
        Ladder ladder = cancelled();
        assertEquals(1, RowGroups.of(ladder, ColourBy.CALL_ID).size());
        RowGroups transactions = RowGroups.of(ladder, ColourBy.TRANSACTION);
        assertEquals(2, transactions.size());
        assertEquals(transactions.of(0), transactions.of(5));
        assertEquals("1 INVITE z9hG4bKi", transactions.name(0));
        RowGroups cseqs = RowGroups.of(ladder, ColourBy.CSEQ);
        assertEquals(1, cseqs.size());
        assertEquals("1 INVITE", cseqs.name(0));
        assertEquals(ladder.index().dialogs().callId(0), RowGroups.of(ladder, ColourBy.CALL_ID).name(0));
    }

    @Test
    void lettersNeverComeAgain() {
        assertEquals("A", RowGroups.letter(0));
        assertEquals("Z", RowGroups.letter(25));
        assertEquals("AA", RowGroups.letter(26));
        assertEquals("BA", RowGroups.letter(52));
        assertEquals("AAA", RowGroups.letter(702));
        assertEquals(RowGroups.colour(0), RowGroups.colour(RowGroups.COLOURS));
    }
}
