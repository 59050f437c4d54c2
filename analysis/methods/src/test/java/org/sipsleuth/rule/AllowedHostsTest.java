package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.role.RoleFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.Scene;

class AllowedHostsTest {

    @TempDir private Path folder;

    private static SipIndex scan() {
        Scene scene = new Scene();
        for (int host = 1; host <= 9; host++) {
            scene.callId("s" + host).request(STRANGER, "192.0.2." + host, "OPTIONS", 1);
            scene.response("192.0.2." + host, STRANGER, 200, "OPTIONS", 1);
        }
        return scene.index();
    }

    private RuleDetection detect(SipIndex index, String roles) throws Exception {
        Path file = Files.writeString(folder.resolve("roles.csv"), roles);
        Methods methods = Methods.standard().with(RoleFile.read(file));
        RuleMethod method = (RuleMethod) methods.named(RuleMethod.NAME).orElseThrow();
        return (RuleDetection) method.detector(method.shipped()).detect(index, RunMonitor.NONE);
    }

    @Test
    void scanOfAnAllowedHostIsListedAsInfoWithTheReason() throws Exception {
        SipIndex index = scan();
        assertTrue(detect(index, "").findings().getFirst().severity().compareTo(Severity.INFO) > 0);
        Finding allowed = detect(index, STRANGER + ",,yes,our weekly audit").findings().getFirst();
        assertEquals(Severity.INFO, allowed.severity());
        String explanation = allowed.statement().explanation().text();
        assertTrue(explanation.endsWith("203.0.113.66 is on the list of allowed hosts: our weekly audit."),
                explanation);
        List<Incident> incidents = Incidents.of(index, List.of(allowed));
        assertEquals(Severity.INFO, incidents.getFirst().severity());
    }

    @Test
    void rolesAreFilterFields() throws Exception {
        SipIndex index = scan();
        RuleDetection detection = detect(index, "192.0.2.9,trunk");
        Filter filter = Filter.of("role.source == \"scanner\" && role.destination == \"trunk\"",
                KnownFields.catalog().with(new RuleMethod().fields(Optional.of(detection))));
        assertEquals(2, filter.run(index, RunMonitor.NONE).size());
    }
}
