package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.record.RecordFile;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.TruthFile;

/// The calls of `social` as records, held against its packets.
class CallRecordsTest {

    private static final Map<String, String> SMALL = Map.of("calls", "1200", "members", "90", "days", "30");

    @TempDir private Path folder;

    private Simulated play(String name, String output, Map<String, String> given) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        return Simulation.run(scenario, 77, settings, folder.resolve(output), RunMonitor.NONE);
    }

    /// The cells of each record, by Call-ID.
    private static Map<String, List<String>> records(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertEquals(String.join(",", RecordFile.COLUMNS), lines.getFirst());
        Map<String, List<String>> records = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            assertEquals(RecordFile.COLUMNS.size(), cells.size(), line);
            records.put(cells.getFirst(), cells);
        }
        assertEquals(lines.size() - 1, records.size());
        return records;
    }

    /// A record as the packets of its dialog give it.
    private static List<String> fromPackets(SipIndex index, int dialog) throws IOException {
        MessageTable messages = index.messages();
        int[] its = index.messagesOf(dialog);
        long start = messages.capturedAtNanos(its[0]);
        int callerAt = messages.source(its[0]);
        long decided = start;
        long end = start;
        int status = 0;
        int byCaller = 0;
        String endedBy = "";
        for (int message : its) {
            long at = messages.capturedAtNanos(message);
            boolean caller = messages.source(message) == callerAt;
            byCaller += caller ? 1 : 0;
            String type = messages.typeName(messages.type(message));
            String method = index.message(message).cSeq().orElseThrow().method();
            if (type.matches("[2-6]..") && method.equals("INVITE")) {
                status = Integer.parseInt(type);
                decided = at;
                end = at;
                endedBy = status == 487 ? "caller" : status >= 300 ? "callee" : "";
            } else if (type.equals("BYE")) {
                end = at;
                endedBy = caller ? "caller" : "callee";
            }
        }
        return List.of(index.dialogs().callId(dialog), index.message(its[0]).from().orElseThrow().uri(),
                index.message(its[0]).to().orElseThrow().uri(), seconds(start), seconds(decided - start),
                seconds(end - decided), Integer.toString(status), endedBy, Integer.toString(byCaller),
                Integer.toString(its.length - byCaller));
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).toPlainString();
    }

    @Test
    void recordsAreThoseOfTheCallsInThePackets() throws IOException, SettingException {
        Path file = play("social", "calls.csv", SMALL).capture();
        Path capture = play("social", "calls.pcap", SMALL).capture();
        Map<String, List<String>> records = records(file);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        assertEquals(index.dialogs().size(), records.size());
        Set<String> ends = new HashSet<>();
        for (int i = 0; i < index.dialogs().size(); i++) {
            List<String> expected = fromPackets(index, i);
            assertEquals(expected, records.get(expected.getFirst()));
            ends.add(expected.get(6) + expected.get(7));
        }
        assertTrue(ends.containsAll(Set.of("200caller", "200callee", "487caller", "486callee")));
    }

    @Test
    void theTruthOfRecordsIsThatOfThePackets() throws IOException, SettingException {
        Simulated records = play("social", "calls.csv", SMALL);
        Simulated packets = play("social", "calls.pcap", SMALL);
        assertEquals(folder.resolve("calls.csv.truth.json"), records.truth());
        TruthFile ofRecords = TruthFile.read(records.truth(), RunMonitor.NONE);
        TruthFile ofPackets = TruthFile.read(packets.truth(), RunMonitor.NONE);
        List<String> rows = Files.readAllLines(records.capture());
        assertEquals(rows.size() - 1, records.facts().messages());
        assertEquals(packets.facts().dialogs(), records.facts().dialogs());
        assertEquals(OpenedFile.of(records.capture()).sha256(RunMonitor.NONE), records.facts().sha256());
        assertEquals(Files.size(records.capture()), records.facts().bytes());
        int malicious = 0;
        for (int row = 1; row < rows.size(); row++) {
            String callId = rows.get(row).split(",", 2)[0];
            assertEquals(ofPackets.ofDialog(callId), ofRecords.ofDialog(callId));
            assertEquals(ofRecords.ofDialog(callId).orElseThrow().trafficClass(),
                    ofRecords.ofMessage(row, 0).orElse(TruthLabel.NORMAL).trafficClass());
            malicious += ofRecords.ofDialog(callId).orElseThrow().attack().isPresent() ? 1 : 0;
        }
        assertTrue(malicious > 100, "malicious calls: " + malicious);
    }

    @Test
    void theSameSeedGivesTheSameRecords() throws IOException, SettingException {
        Simulated one = play("social", "one.csv", SMALL);
        Simulated two = play("social", "two.csv", SMALL);
        assertEquals(-1, Files.mismatch(one.capture(), two.capture()));
        assertEquals(-1, Files.mismatch(one.truth(), two.truth()));
    }

    @Test
    void noCellIsAFormula() throws IOException, SettingException {
        Path file = play("social", "calls.csv", SMALL).capture();
        for (List<String> cells : records(file).values()) {
            cells.forEach(cell -> assertTrue(!cell.matches("(?s)[=+@\\t\\r-].*"), cell));
        }
    }

    @Test
    void halfAYearBeginsInJulyUnlessItIsSet() throws IOException, SettingException {
        Path usual = play("social", "usual.csv", SMALL).capture();
        Map<String, String> given = new HashMap<>(SMALL);
        given.put("start", "2026-01-05T00:00:00Z");
        Path set = play("social", "set.csv", given).capture();
        assertTrue(first(usual) >= 1_751_328_000.0 && first(usual) < 1_751_328_000.0 + 2 * 86_400);
        assertTrue(first(set) >= 1_767_571_200.0 && first(set) < 1_767_571_200.0 + 2 * 86_400);
    }

    private static double first(Path file) throws IOException {
        return records(file).values()
                .stream()
                .mapToDouble(cells -> Double.parseDouble(cells.get(3)))
                .min()
                .orElseThrow();
    }

    @Test
    void otherScenariosAreNotWrittenAsRecords() throws IOException {
        SettingException refused = assertThrows(SettingException.class, () -> play("scan", "x.csv", Map.of()));
        assertTrue(String.valueOf(refused.getMessage()).contains("possible with telemarketing, social"));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
