package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.finding.IncidentParties;

/// Spam callers behind a gateway are named everywhere in the same way, and the gateway is accused
/// nowhere.
class CarriedCallersOutputTest {

    private static final Methods METHODS = Methods.standard();
    private static final String GATEWAY = "10.0.0.2";

    @TempDir static Path folder;
    private static Path capture;

    @BeforeAll
    static void simulate() {
        capture = folder.resolve("spit.pcap");
        run("simulate", "social", "--seed", "36", "-o", capture.toString(), "--set", "injections=table-6", "--set",
                "calls=1500", "--set", "members=100", "--set", "injected-calls=1800");
    }

    private static String run(String... arguments) {
        Run run = Run.of(METHODS, arguments);
        assertEquals(0, run.code(), run.err());
        return run.out();
    }

    private static String written(String file) throws IOException {
        Path out = folder.resolve(file);
        run("analyze", capture.toString(), "-o", out.toString());
        return Files.readString(out);
    }

    private static Set<String> callers() {
        return IntStream.range(0, 20)
                .mapToObj("+9991150000%02d"::formatted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @SuppressWarnings("unchecked")
    void jsonNamesTheCallersAndWhatCarriedThem() throws IOException {
        Map<String, Object> report = JsonText.object(written("a.json"));
        List<Map<String, Object>> incidents = (List<Map<String, Object>>) report.get("incidents");
        assertEquals(1, incidents.size(), incidents.toString());
        assertEquals(callers(), new TreeSet<>((List<String>) incidents.getFirst().get("actors")));
        assertEquals(List.of(GATEWAY), incidents.getFirst().get("carriers"));
    }

    @Test
    void textAndReportsNameThem() throws IOException {
        String text = run("analyze", capture.toString());
        assertTrue(text.contains("   Actors:      +999115000000, +999115000001"), text);
        assertTrue(text.contains("   Behind:      " + GATEWAY + "\n"), text);
        assertFalse(text.contains("Block"), text);
        String html = written("a.html");
        callers().forEach(caller -> assertTrue(html.contains(caller), caller));
    }

    @Test
    void securityFormatsAccuseNoAddress() throws IOException {
        String stix = run("analyze", capture.toString(), "--format", "stix").replace(" ", "");
        assertFalse(stix.contains("[ipv4-addr:value"), "an indicator for an address");
        callers().forEach(caller -> assertTrue(stix.contains("\"user_id\":\"" + caller + "\""), caller));
    }

    @Test
    void socialNamesThemAndBeliefsDoNotAccuseTheGateway() throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        Detection detection = rules.detector(rules.shipped()).detect(index, RunMonitor.NONE);
        Investigation found = Investigation.of(index, List.of(detection));
        List<Incident> incidents = found.incidents();
        IncidentParties parties = IncidentParties.of(Optional.of(found), Optional.of(index));
        for (String caller : callers()) {
            assertEquals(incidents, parties.ofUser(caller), caller);
        }
        assertEquals(List.of(), parties.ofUser(GATEWAY));
        assertEquals(List.of(), parties.ofActor(GATEWAY));
    }
}
