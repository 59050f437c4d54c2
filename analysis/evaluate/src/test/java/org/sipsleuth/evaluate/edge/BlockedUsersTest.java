package org.sipsleuth.evaluate.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.incident.IncidentMessages;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Retry;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.KnownPeers;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Measure;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// What the advice of all recordings would have stopped: each is followed at a border, and the
/// legitimate requests that do not pass are listed.
final class BlockedUsersTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final String NORMAL = "normal";

    private record Capture(String name, SipIndex index, HostRoles roles, List<Incident> incidents, BitSet attack) {}

    private static List<Path> recordings() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : List.of(SAMPLES, SAMPLES.resolve("evaluation").resolve("development"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(each -> each.getFileName().toString().matches(".*\\.pcap(ng)?(\\.gz)?"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static Capture read(Path file) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        Detection detection = rules.detector(rules.shipped()).detect(index, RunMonitor.NONE);
        List<Incident> incidents = Investigation.of(index, List.of(detection)).incidents();
        return new Capture(file.getFileName().toString(), index, detection.hostRoles().orElseThrow(), incidents,
                attack(file, index, incidents));
    }

    /// The messages of attacks by the ground truth; where there is none, those of the incidents.
    private static BitSet attack(Path file, SipIndex index, List<Incident> incidents) throws IOException {
        if (!IndexTruth.isThere(List.of(file))) {
            return IncidentMessages.of(incidents, index, RunMonitor.NONE);
        }
        TrafficLabels labels = IndexTruth.read(index, RunMonitor.NONE).labels();
        BitSet attack = new BitSet();
        for (int message = 0; message < index.messages().size(); message++) {
            attack.set(message, !labels.of(message).orElse(NORMAL).equals(NORMAL));
        }
        return attack;
    }

    /// The legitimate requests that a border stops which blocks some hosts.
    private static List<String> stopped(Capture capture, List<String> hosts) {
        ReplayInput input =
                ReplayInput.of(capture.roles(), Border.ofServers(capture.roles()), capture.attack(), RunMonitor.NONE);
        BorderTraffic traffic = input.traffic();
        BitSet others = new BitSet();
        others.set(0, capture.roles().table().hostCount());
        hosts.forEach(host -> others.clear(capture.roles().table().findHost(host)));
        ReplayResult result = Replay.of(new ReplayInput(traffic, input.facts(),
                new KnownPeers(others, input.peers().trunks(), input.peers().place(), List.of()), capture.attack()),
                EdgeSettings.USUAL.with(List.of(Protection.ACCESS_LIST)).with(Retry.NONE), RunMonitor.NONE);
        return Arrays.stream(result.messages(MessageOutcome.DROPPED, Ruling.NOT_ON_LIST::equals))
                .filter(message -> input.classOf(message) == MessageClass.LEGITIMATE)
                .filter(message -> capture.index().message(message) instanceof SipRequest)
                .mapToObj(message -> "frame " + capture.index().messages().frame(message))
                .toList();
    }

    /// What the other test would list if a phone of the place were blocked.
    @Test
    void theRequestsOfABlockedPhoneAreListed() throws Exception {
        Capture capture = read(SAMPLES.resolve("office-hour.pcap"));
        HostRoles roles = capture.roles();
        String phone = IntStream.range(0, roles.table().hostCount())
                .filter(host -> roles.role(host) == Role.PHONE)
                .mapToObj(roles.table()::host)
                .findFirst()
                .orElseThrow();
        assertFalse(stopped(capture, List.of(phone)).isEmpty(), phone);
    }

    @Test
    void blocksStopNoLegitimateRequestOfAnyRecording() throws Exception {
        int blocks = 0;
        TreeMap<String, List<String>> harmed = new TreeMap<>();
        for (Path file : recordings()) {
            Capture capture = read(file);
            for (Incident incident : capture.incidents()) {
                assertTrue(!incident.advice().isEmpty(), capture.name() + ": " + incident.title().text());
                for (Action action : incident.advice()) {
                    if (action.measure() != Measure.BLOCK && action.measure() != Measure.FIND) {
                        continue;
                    }
                    blocks++;
                    List<String> stopped = stopped(capture, action.hosts());
                    if (!stopped.isEmpty()) {
                        harmed.put(capture.name() + ": " + action.sentence().text(), stopped);
                    }
                    assertEquals(0, action.working(), action.sentence().text());
                }
            }
        }
        assertEquals(new TreeMap<>(), harmed);
        assertTrue(blocks >= 15, "blocks: " + blocks);
    }
}
