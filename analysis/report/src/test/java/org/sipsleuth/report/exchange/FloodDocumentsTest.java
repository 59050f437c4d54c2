package org.sipsleuth.report.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.field.Citations;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.IncidentFields;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;

/// Documents of a capture with 200,000 messages: a flood and an enumeration, with calls of others
/// between them.
class FloodDocumentsTest {

    private static final int FLOOD = 95_000;
    private static final long START = 1_700_000_000L;

    /// No document of this capture has more bytes.
    private static final int MOST_BYTES = 2_000_000;

    private static final String ATTACKER = "203.0.113.7";
    private static final String SCANNER = "203.0.113.8";
    private static final String SERVER = "192.0.2.10";

    private static SipIndex index;
    private static Investigation investigation;
    private static FieldCatalog catalog;

    @BeforeAll
    static void write(@TempDir Path folder) throws Exception {
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < FLOOD; i++) {
            exchange(pcap, i, ATTACKER, "OPTIONS", "100", 200);
            if (i % 19 == 0) {
                exchange(pcap, i, SCANNER, "REGISTER", Integer.toString(1000 + i / 19), i % 38 == 0 ? 404 : 401);
            }
            if (i % 1000 == 0) {
                exchange(pcap, i, "192.0.2.20", "OPTIONS", "100", 200);
            }
        }
        index = CaptureIndexer.read(List.of(pcap.write(folder.resolve("flood.pcap"))), RunMonitor.NONE);
        Methods methods = Methods.standard();
        Method rules = methods.named("rules").orElseThrow();
        investigation = CaptureSession.investigate(index, List.of(rules.detector(rules.shipped())), Runnable::run,
                RunMonitor.NONE);
        catalog = KnownFields.catalog()
                .with(FindingFields.of(methods, DialogFindings.of(index, investigation.findings(), RunMonitor.NONE)))
                .with(IncidentFields.of(DialogIncidents.of(index, investigation.incidents(), RunMonitor.NONE)));
    }

    private static void exchange(PcapWriter pcap, int i, String from, String method, String user, int status) {
        String fields = """
        Via: SIP/2.0/UDP %s;branch=z9hG4bK%s%d
        From: <sip:%s@example.org>;tag=a
        To: <sip:%s@example.org>%s
        Call-ID: %d@%s
        CSeq: 1 %s
        Content-Length: 0

        """;
        String request = fields.formatted(from, method, i, user, user, "", i, from, method).replace("\n", "\r\n");
        String response =
                fields.formatted(from, method, i, user, user, ";tag=b", i, from, method).replace("\n", "\r\n");
        long second = START + i / 1_000;
        int micros = i % 1_000 * 1_000;
        pcap.frame(second, micros,
                Packets.sip(from, SERVER, method + " sip:" + user + "@example.org SIP/2.0\r\n" + request));
        pcap.frame(second, micros + 100, Packets.sip(SERVER, from, "SIP/2.0 " + status + " Reason\r\n" + response));
    }

    private static byte[] document(InvestigationFormat format, AnalysisParts parts) throws IOException {
        ReportRequest report =
                new ReportRequest(ReportSettings.STANDARD, Instant.EPOCH, List.of(), CaseRecord.NONE, Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(investigation,
                new ExchangeRequest(parts, Methods.standard(), false, false, _ -> "00", RunMonitor.NONE, report),
                Destination.ofFile(out));
        return out.toByteArray();
    }

    private static MessageSet messages(String filter) throws FilterSyntaxException {
        return Filter.of(filter, catalog).run(index, RunMonitor.NONE);
    }

    private static List<Long> frames(MessageSet messages) {
        return messages.messages()
                .mapToObj(message -> new FrameNumber(index.messages().file(message), index.messages().frame(message)))
                .distinct()
                .map(frame -> (long) frame.frame())
                .toList();
    }

    @Test
    void noDocumentGrowsWithTheCapture() throws IOException {
        assertTrue(index.messages().size() >= 200_000, "messages: " + index.messages().size());
        Map<String, Integer> sizes = new TreeMap<>();
        for (InvestigationFormat format : InvestigationFormats.ALL) {
            for (boolean ofFindings : List.of(false, true)) {
                sizes.put(format.word() + (ofFindings ? " of findings" : ""),
                        document(format, new AnalysisParts(false, ofFindings)).length);
            }
        }
        sizes.forEach((name, bytes) -> assertTrue(bytes > 0 && bytes < MOST_BYTES,
                name + " has not 1 to " + MOST_BYTES + " bytes: " + sizes));
    }

    @Test
    void everyListIsBoundedAndItsFilterGivesAllOfIt() throws Exception {
        byte[] json = document(InvestigationFormats.ofFile("report.json").orElseThrow(), AnalysisParts.ALL);
        List<String> cut = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            check(value(parser), cut);
        }
        assertTrue(cut.containsAll(List.of("evidence", "call_ids", "accounts")), cut.toString());
    }

    /// Checks all lists below a value.
    private static void check(Object value, List<String> cut) throws FilterSyntaxException {
        if (value instanceof List<?> list) {
            assertTrue(list.size() <= BoundedLists.MOST, "values: " + list.size());
            for (Object each : list) {
                check(each, cut);
            }
        } else if (value instanceof Map<?, ?> object) {
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                check(entry.getValue(), cut);
                if (object.containsKey(entry.getKey() + "_count")) {
                    cut.add((String) entry.getKey());
                    checkCut(object, (String) entry.getKey());
                }
            }
        }
    }

    private static void checkCut(Map<?, ?> object, String name) throws FilterSyntaxException {
        List<?> values = (List<?>) object.get(name);
        long count = (Long) object.get(name + "_count");
        assertTrue(
                values.size() == BoundedLists.MOST
                        || name.equals("evidence") && values.size() == BoundedLists.MOST_OF_A_LINE,
                name + ": " + values.size());
        assertTrue(count > values.size(), name + ": " + count);
        MessageSet messages = messages((String) object.get(name + "_filter"));
        switch (name) {
            case "evidence" -> {
                List<Long> frames = frames(messages);
                assertEquals(count, frames.size(), "frames that the filter gives");
                assertEquals(frames.subList(0, BoundedLists.MOST),
                        values.stream().map(frame -> ((Map<?, ?>) frame).get("frame")).toList());
            }
            case "call_ids" -> {
                assertEquals(count, messages.dialogCount(), "dialogs that the filter gives");
                assertEquals(messages.dialogs().limit(BoundedLists.MOST).mapToObj(index.dialogs()::callId).toList(),
                        values);
            }
            case "accounts", "users" ->
                    assertTrue(messages.dialogCount() >= count, name + ": " + messages.dialogCount() + " dialogs");
            default -> assertTrue(messages.size() > 0, name);
        }
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    object.put(name, value(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> String.valueOf(json.getText());
        };
    }

    /// Also of short lists, which have no filter beside them.
    @Test
    void filtersGiveExactlyWhatIsCited() throws FilterSyntaxException {
        assertFalse(investigation.incidents().isEmpty(), "incidents");
        for (Incident incident : investigation.incidents()) {
            assertArrayEquals(incident.evidence().messages(index),
                    messages(Citations.filter(incident)).messages().toArray(), incident.title().text());
            for (int place = 0; place < incident.story().size(); place++) {
                assertArrayEquals(Citations.of(incident.story().get(place), index).messages(index),
                        messages(Citations.filter(incident, place)).messages().toArray(),
                        incident.story().get(place).whole().text());
            }
        }
        assertFalse(messages(Citations.INCIDENTS).messages().findAny().isEmpty(), "messages of all incidents");
        assertFalse(messages(Citations.FINDINGS).messages().findAny().isEmpty(), "messages of all findings");
        for (Finding finding : investigation.findings()) {
            assertArrayEquals(finding.evidence().messages(index),
                    messages(Citations.filter(finding)).messages().toArray(), finding.statement().title().text());
            List<Rationale.Line> lines =
                    finding.rationale().get().sections().stream().flatMap(section -> section.lines().stream()).toList();
            for (int place : IntStream.range(0, Math.min(lines.size(), 20)).toArray()) {
                assertArrayEquals(
                        lines.get(place).evidence().map(evidence -> evidence.messages(index)).orElse(new int[0]),
                        messages(Citations.filter(finding, place)).messages().toArray(),
                        lines.get(place).text().text());
            }
        }
    }
}
