package org.sipsleuth.report.exchange;

import static org.sipsleuth.report.exchange.BoundedLists.first;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// Incidents as alerts of the Elastic Common Schema, a document on each line. What the schema has
/// no field for is below `sipsleuth`.
public final class EcsDocuments {

    private static final String SCHEMA = "8.17.0";

    private final SipIndex index;
    private final List<Incident> incidents;
    private final FaultSink faults;

    /// @param faults takes those of single incidents
    public EcsDocuments(Investigation investigation, FaultSink faults) {
        this.faults = faults;
        index = investigation.index();
        incidents = investigation.incidents();
    }

    /// Writes all of them.
    public void write(Writer writer) throws IOException {
        JsonGenerator json = Json.lines(writer);
        for (Incident incident : incidents) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("@timestamp", CaptureTimes.iso(index, incident.fromNanos()));
            document.put("ecs", Map.of("version", SCHEMA));
            if (!faults.isWritten("ecs", () -> fill(document, incident))) {
                document.put("sipsleuth", Map.of("failed", List.of(incident.id())));
            }
            Documents.write(json, document);
            Json.endLine(json);
        }
        json.flush();
    }

    private void fill(Map<String, Object> document, Incident incident) {
        document.put("message", text(incident));
        document.put("event", event(incident));
        document.put("rule", rule(incident));
        List<String> actors = first(incident.actors().addresses());
        List<String> callers = first(incident.actors().users());
        Map<String, Object> source = host(actors);
        if (!callers.isEmpty()) {
            source.put("user", Map.of("name", oneOrAll(callers)));
        }
        putUnlessEmpty(document, "source", source);
        putUnlessEmpty(document, "destination", host(first(incident.victims())));
        if (!incident.accounts().isEmpty()) {
            document.put("user", Map.of("name", oneOrAll(first(incident.accounts()))));
        }
        Map<String, Object> related = new LinkedHashMap<>();
        putUnlessEmpty(related, "ip", addresses(Stream.concat(actors.stream(), first(incident.victims()).stream())));
        putUnlessEmpty(related, "user",
                Stream.concat(callers.stream(), first(incident.accounts()).stream()).distinct().toList());
        putUnlessEmpty(document, "related", related);
        document.put("network", Map.of("protocol", "sip"));
        putUnlessEmpty(document, "threat", threat(incident.techniques()));
        Map<String, Object> observer = new LinkedHashMap<>();
        observer.put("product", "SipSleuth");
        observer.put("vendor", "SipSleuth");
        observer.put("version", ProgramVersion.text());
        document.put("observer", observer);
        document.put("sipsleuth", further(incident));
    }

    private static List<String> texts(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).toList();
    }

    private static String text(Incident incident) {
        return incident.whole().text();
    }

    private Map<String, Object> event(Incident incident) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("kind", "alert");
        event.put("category", categories(incident.kind()));
        event.put("type", List.of("info"));
        event.put("action", incident.kind().word());
        event.put("outcome", outcome(incident.outcome()));
        event.put("severity", severity(incident.severity()));
        event.put("id", incident.id());
        event.put("module", "sipsleuth");
        event.put("dataset", "sipsleuth.incident");
        event.put("reason", incident.title().text());
        event.put("start", CaptureTimes.iso(index, incident.fromNanos()));
        event.put("end", CaptureTimes.iso(index, incident.toNanos()));
        event.put("duration", incident.toNanos() - incident.fromNanos());
        return event;
    }

    private static List<String> categories(IncidentKind kind) {
        return switch (kind.category()) {
            case NETWORK -> List.of("intrusion_detection", "network");
            case AUTHENTICATION -> List.of("intrusion_detection", "network", "authentication");
        };
    }

    /// The schema knows no outcome in part: that is a success, and `sipsleuth.outcome` is exact.
    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED, PARTIAL -> "success";
            case ATTEMPTED -> "failure";
            case NOT_DETERMINED -> "unknown";
        };
    }

    /// The numbers that Elastic's own detection rules use.
    private static int severity(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case LOW -> 21;
            case MEDIUM -> 47;
            case HIGH -> 73;
            case CRITICAL -> 99;
        };
    }

    private static Map<String, Object> rule(Incident incident) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", incident.kind().word());
        rule.put("name", incident.kind().word().replace('_', ' '));
        rule.put("category", "SIP");
        rule.put("ruleset", "SipSleuth session rules");
        return rule;
    }

    private static Map<String, Object> host(List<String> names) {
        Map<String, Object> host = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            host.put("address", oneOrAll(names));
        }
        List<String> addresses = addresses(names.stream());
        if (!addresses.isEmpty()) {
            host.put("ip", oneOrAll(addresses));
        }
        return host;
    }

    private static List<String> addresses(Stream<String> names) {
        return names.filter(name -> IpLiteral.isIpv4(name) || IpLiteral.isIpv6(name)).distinct().toList();
    }

    private static Object oneOrAll(List<String> values) {
        return values.size() == 1 ? values.getFirst() : values;
    }

    /// Techniques with those that their sub-techniques belong to.
    private static Map<String, Object> threat(List<AttackTechnique> techniques) {
        Map<String, Object> threat = new LinkedHashMap<>();
        if (techniques.isEmpty()) {
            return threat;
        }
        threat.put("framework", "MITRE ATT&CK");
        Map<String, Object> of = new LinkedHashMap<>();
        List<String> parents = techniques.stream().map(AttackReference::parent).distinct().toList();
        of.put("id", parents);
        of.put("reference", parents.stream().map(AttackReference::url).toList());
        List<AttackTechnique> parts = techniques.stream().filter(its -> its.id().indexOf('.') >= 0).toList();
        if (!parts.isEmpty()) {
            Map<String, Object> sub = new LinkedHashMap<>();
            sub.put("id", parts.stream().map(AttackTechnique::id).toList());
            sub.put("name", parts.stream().map(AttackTechnique::name).toList());
            sub.put("reference", parts.stream().map(its -> AttackReference.url(its.id())).toList());
            of.put("subtechnique", sub);
        }
        threat.put("technique", of);
        return threat;
    }

    private Map<String, Object> further(Incident incident) {
        Map<String, Object> further = new LinkedHashMap<>();
        further.put("severity", incident.severity().word());
        further.put("outcome", incident.outcome().word());
        further.put("confidence", incident.confidence().kind());
        further.put("confidence_actor", incident.confidence().actor());
        incident.confidence().outcome().ifPresent(sure -> further.put("confidence_outcome", sure));
        further.put("stages", incident.stages().stream().map(its -> its.kind().word()).toList());
        further.put("fingerprints", incident.actors().fingerprints());
        putUnlessEmpty(further, "carriers", incident.actors().carriers());
        further.putAll(BoundedLists.counts(incident, ""));
        further.put("advice", texts(Action.sentences(incident.advice())));
        further.put("not_determined", texts(incident.notDetermined()));
        further.put("other_explanations", texts(incident.alternatives()));
        List<Object> keys = new ArrayList<>();
        for (KeyMessage key : incident.keys()) {
            Map<String, Object> evidence = new LinkedHashMap<>();
            int file = index.messages().file(key.message());
            evidence.put("file", index.files().get(file).name());
            evidence.put("frame", index.messages().frame(key.message()));
            index.logByte(key.message()).ifPresent(logByte -> evidence.put("log_byte", logByte));
            evidence.put("shows", key.shows().text());
            keys.add(evidence);
        }
        further.put("evidence", keys);
        return further;
    }

    private static void putUnlessEmpty(Map<String, Object> document, String key, Map<String, Object> value) {
        if (!value.isEmpty()) {
            document.put(key, value);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> document, String key, List<String> value) {
        if (!value.isEmpty()) {
            document.put(key, value);
        }
    }
}
