package org.sipsleuth.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

final class FilterTest {

    private static final FieldCatalog CATALOG = KnownFields.catalog();

    private SipIndex index;

    @BeforeEach
    void readTwoDialogs() throws IOException {
        index = new Talk().request(Talk.CALLER, Talk.CALLEE, "INVITE", 1, "one", Talk.sdp("0 8"))
                .response(Talk.CALLEE, Talk.CALLER, 486, "INVITE", 1, "one")
                .callId("two@192.0.2.1")
                .request(Talk.CALLER, Talk.PROXY, "OPTIONS", 7, "two", "X-Mine: yes\r\nt: <sip:c@x>\r\nSubject: hi\r\n")
                .response(Talk.PROXY, Talk.CALLER, 200, "OPTIONS", 7, "two")
                .read();
    }

    /// The headers that `Packets` writes: 64 hops, no service, no identification.
    @ParameterizedTest
    @CsvSource({
        "ip.ttl == 64,true",
        "ip.id == 0,true",
        "ip.dsfield.dscp == 0 && ip.dsfield == 0,true",
        "ip.len == udp.length + 20,true",
        "udp.length > 8 && ip.len < 2000,true",
        "ipv6.hlim || ipv6.plen || ipv6.tclass.dscp || ipv6.tclass,false"})
    void headersOfIpAndUdpCanBeAsked(String filter, boolean all) throws IOException, FilterSyntaxException {
        assertEquals(all ? found("frame") : "", found(filter));
    }

    /// As Wireshark counts: from the first frame, also where an earlier one comes later.
    @Test
    void relativeTimeCountsFromTheFirstFrame() throws IOException, FilterSyntaxException {
        index = new Talk().request(Talk.CALLER, Talk.PROXY, "OPTIONS", 1, "a")
                .after(-61)
                .request(Talk.CALLER, Talk.PROXY, "OPTIONS", 2, "b")
                .after(69)
                .request(Talk.CALLER, Talk.PROXY, "OPTIONS", 3, "c")
                .read();
        assertEquals("1", found("frame.time_relative == 0"));
        assertEquals("2", found("frame.time_relative == -60"));
        assertEquals("3", found("frame.time_relative == 10"));
    }

    private String found(String filter) throws FilterSyntaxException {
        return Filter.of(filter, CATALOG)
                .run(index, RunMonitor.NONE)
                .messages()
                .mapToObj(message -> String.valueOf(message + 1))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`',
            value = {
                "sip → 1 2 3 4",
                "`` → 1 2 3 4",
                "sip.Method == \"INVITE\" → 1",
                "sip.Status-Code >= 400 → 2",
                "!sip.Status-Code → 1 3",
                "udp.port == 5060 && ip.src == 192.0.2.9 → 2",
                "ip.addr == 192.0.2.5 → 3 4",
                "ip.addr != 192.0.2.5 → 1 2",
                "ip.addr !== 192.0.2.5 → 1 2 3 4",
                "ip.addr === 192.0.2.0/29 → 3 4",
                "all ip.addr == 192.0.2.0/29 → 3 4",
                "ip.src == 192.0.2.0/28 → 1 2 3 4",
                "ip.src in {192.0.2.2 .. 192.0.2.9} → 2 4",
                "ipv6 → ``",
                "sip.t contains \"c@x\" → 3",
                "sip.to.user == \"c\" → 3",
                "count(sip.To) == 2 → 3",
                "sip.X-Mine → 3",
                "sip.x-mine == \"yes\" → 3",
                "sip.header.Subject == \"hi\" → 3",
                "sip.subject == \"hi\" → 3",
                "sdp.media.port == 4000 → 1",
                "sip.msg_body contains \"RTP/AVP\" → 1",
                "dialog.state == \"busy\" → 1 2",
                "dialog.messages == 2 && dialog.final_status == 200 → 3 4",
                "dialog.sequence contains \"486\" → 1 2",
                "dialog.duration >= 1 → 1 2 3 4",
                "frame.time_relative > 1.5 → 3 4",
                "frame.time > \"2023-11-14 22:13:21\" → 3 4",
                "frame.time - frame.time_relative == \"2023-11-14T22:13:20Z\" → 1 2 3 4",
                "frame.time_relative * 2 == 6 → 4",
                "frame.number % 2 == 0 → 2 4",
                "{frame.number + 1} * 2 == 8 → 3",
                "frame.number / 0 == 1 → ``",
                "-frame.number < -3 → 4",
                "sip.Method[0] == \"I\" ^^ sip.CSeq.seq == 1 → 2",
                "2 < frame.number <= 3 → 3",
                "sip.CSeq.method not in {\"INVITE\"} → 3 4",
                "sip.Via.branch == \"z9hG4bKone\" → 1 2",
                "sip matches \"^sip/2.0 486\" → 2",
                "max(frame.number, sip.CSeq.seq) == 7 → 3 4",})
    void whatFitsIsFound(String filter, String numbers) throws FilterSyntaxException {
        assertEquals(numbers, found(filter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`',
            value = {
                "sip.Metod == \"INVITE\" → 0 → 9 → sip.Method",
                "sip.Method == \"A\" && sip.Cal-ID → 21 → 31 → sip.Call-ID",
                "dialog.stte == \"x\" → 0 → 11 → dialog.state",
                "sip.Method == sip.CSeq.metod → 14 → 28 → sip.CSeq.method",
                "uper(sip.Method) == \"A\" → 0 → 4 → upper",
                "frame.number-3 → 0 → 14 → frame.number",
                "sip.Status-Code contains \"4\" → 16 → 24 → ``",
                "sip.Status-Code == \"200\" → 19 → 24 → ``",
                "sip.Status-Code == abc → 19 → 22 → ``",
                "ip.src == 10.0.0.0/40 → 10 → 21 → ``",
                "ip.src == localhost → 10 → 19 → ``",
                "1 == 2 → 0 → 1 → ``",
                "udp == 3 → 4 → 6 → ``",
                "frame.number[0] → 0 → 12 → ``",
                "sip.Method + 1 == 2 → 11 → 12 → ``",
                "sip.Method matches \"a(b\" → 21 → 22 → ``",
                "sip.Method matches INVITE → 19 → 25 → ``",
                "sip == 4g → 7 → 9 → ``",
                "frame.time > \"yesterday\" → 13 → 24 → ``",
                "len(frame.number) == 1 → 4 → 16 → ``",
                "dialog.duration > 1e9 → 18 → 21 → ``",})
    void aMistakeIsPointedAtAndWhatWasMeantIsProposed(String filter, int from, int to, String proposal) {
        FilterSyntaxException wrong = assertThrows(FilterSyntaxException.class, () -> Filter.of(filter, CATALOG));
        assertEquals(from + "-" + to + " " + proposal,
                wrong.place().from() + "-" + wrong.place().to() + " " + wrong.suggestion(), wrong.getMessage());
    }

    @Test
    void columnsAreAskedWithoutText() throws FilterSyntaxException {
        assertFalse(Filter.of("sip.Method == \"A\" && ip.src == 1.2.3.4", CATALOG).asksText());
        assertFalse(Filter.of("dialog.state == \"busy\" || frame.number > 3", CATALOG).asksText());
        assertTrue(Filter.of("sip.Method == \"A\" && sip.Via", CATALOG).asksText());
    }

    @Test
    void aDialogBelongsToTheResultWhenOneOfItsMessagesDoes() throws FilterSyntaxException {
        MessageSet set = Filter.of("sip.Status-Code == 486", CATALOG).run(index, RunMonitor.NONE);
        assertEquals(1, set.size());
        assertEquals(List.of(0), set.dialogs().boxed().toList());
        assertTrue(set.containsDialog(0));
        assertFalse(set.contains(0));
        assertTrue(set.contains(1));
    }

    @Test
    void aMessageWhoseFieldFailsDoesNotFit() throws FilterSyntaxException {
        DynamicField fails = DynamicField.ofMessages("some.fault", FieldKind.TEXT, "", (_, message, values) -> {
            if (message % 2 == 0) {
                throw new IllegalStateException("a seeded fault");
            }
            values.text("known");
        });
        Filter filter = Filter.of("some.fault == \"known\"", CATALOG.with(List.of(fails)));
        assertThrows(IllegalStateException.class, () -> filter.run(index, RunMonitor.NONE));
        AtomicInteger faults = new AtomicInteger();
        int[] found = filter.run(index, new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void failed(String name, RuntimeException fault) {
                faults.incrementAndGet();
            }
        }).messages().toArray();
        assertArrayEquals(new int[]{1, 3}, found);
        assertEquals(2, faults.get());
    }

    @Test
    void othersSupplyFieldsOfDialogs() throws FilterSyntaxException {
        DynamicField severity = new DynamicField() {
            @Override
            public String name() {
                return "finding.severity";
            }

            @Override
            public FieldKind kind() {
                return FieldKind.TEXT;
            }

            @Override
            public String description() {
                return "how bad it is";
            }

            @Override
            public void read(SipIndex asked, int dialog, Values values) {
                if (dialog == 1) {
                    values.text("high");
                    values.text("low");
                }
            }
        };
        Filter filter = Filter.of("finding.severity == \"low\"", CATALOG.with(List.of(severity)));
        assertEquals(List.of(2, 3), filter.run(index, RunMonitor.NONE).messages().boxed().toList());
    }

    @Test
    void aRunThatIsCancelledStops() throws FilterSyntaxException {
        RunMonitor cancelled = new StoppedRun();
        Filter filter = Filter.of("sip", CATALOG);
        assertThrows(CancellationException.class, () -> filter.run(index, cancelled));
    }
}
