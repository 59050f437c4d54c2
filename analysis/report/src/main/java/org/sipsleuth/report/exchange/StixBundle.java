package org.sipsleuth.report.exchange;

import static org.sipsleuth.report.exchange.BoundedLists.first;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.run.FaultSink;

/// Incidents as a STIX 2.1 bundle. Of each incident: an `incident`, an `indicator` for each address
/// that did it, an `attack-pattern` for each technique, the addresses and accounts that were
/// observed, and a `grouping` of all of them. Objects that several incidents share are there once.
public final class StixBundle {

    private static final String VERSION = "2.1";
    private static final int MILLISECONDS = 3;
    private static final int PERCENT = 100;

    /// The most that `number_observed` can be.
    private static final int MOST_OBSERVED = 999_999_999;

    /// When objects were made that belong to no incident: they never change.
    private static final String FIXED = "2026-01-01T00:00:00.000Z";

    private final SipIndex index;
    private final List<Incident> incidents;
    private final String captures;
    private final FaultSink faults;
    private final String author = StixId.of("identity", "SipSleuth");
    private final LinkedHashMap<String, Map<String, Object>> objects = new LinkedHashMap<>();

    /// @param sha256 the digest of a capture: an incident of other captures is another object
    /// @param faults takes those of single incidents
    public StixBundle(Investigation investigation, Function<CaptureSummary, String> sha256, FaultSink faults) {
        this.faults = faults;
        index = investigation.index();
        incidents = investigation.incidents();
        captures = index.files().stream().map(sha256).collect(Collectors.joining(" "));
    }

    /// Writes the bundle.
    public void write(Writer writer) throws IOException {
        objects.clear();
        Map<String, Object> identity = object("identity", author, FIXED);
        identity.remove("created_by_ref");
        identity.put("name", "SipSleuth");
        identity.put("identity_class", "system");
        objects.put(author, identity);
        for (Incident incident : incidents) {
            int before = objects.size();
            if (!faults.isWritten("stix", () -> add(incident))) {
                while (objects.size() > before) { // they may refer to what is not there
                    objects.pollLastEntry();
                }
                Map<String, Object> failed = object("incident", id(incident), time(incident.toNanos()));
                failed.put("name", incident.id() + " " + FaultSink.FAILED);
                objects.put(id(incident), failed);
            }
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("type", "bundle");
        bundle.put("id", StixId.of("bundle", captures + " " + String.join(" ", objects.keySet())));
        bundle.put("objects", List.copyOf(objects.values()));
        JsonGenerator json = Json.report(writer);
        Documents.write(json, bundle);
        Json.end(json);
    }

    private void add(Incident incident) {
        String time = time(incident.toNanos());
        String key = key(incident);
        String id = id(incident);
        Map<String, Object> of = object("incident", id, time);
        of.put("name", incident.title().text());
        putUnlessEmpty(of, "description", story(incident));
        of.put("confidence", percent(incident));
        of.put("labels", List.of(incident.kind().word(), "severity:" + incident.severity().word(),
                "outcome:" + incident.outcome().word()));
        of.put("external_references", List.of(reference("sipsleuth", incident.id(), "")));
        of.putAll(BoundedLists.counts(incident, "x_sipsleuth_"));
        objects.put(id, of);
        List<String> parts = new ArrayList<>(List.of(id));
        List<String> observed = observables(incident);
        parts.addAll(observed);
        String data = StixId.of("observed-data", key);
        if (!observed.isEmpty()) {
            objects.put(data, observedData(data, incident, observed));
            parts.add(data);
        }
        List<String> patterns = patterns(incident);
        parts.addAll(patterns);
        for (String pattern : patterns) {
            parts.add(relate(id, "related-to", pattern, time));
        }
        for (String actor : first(incident.actors().addresses())) {
            if (IpLiteral.isIpv4(actor) || IpLiteral.isIpv6(actor)) {
                String indicator = indicator(incident, key, actor);
                parts.add(indicator);
                parts.add(relate(id, "related-to", indicator, time));
                parts.add(relate(indicator, "based-on", data, time));
                for (String pattern : patterns) {
                    parts.add(relate(indicator, "indicates", pattern, time));
                }
            }
        }
        String all = StixId.of("grouping", key);
        Map<String, Object> grouping = object("grouping", all, time);
        grouping.put("name", incident.title().text());
        grouping.put("context", "suspicious-activity");
        grouping.put("object_refs", List.copyOf(parts));
        objects.put(all, grouping);
    }

    private String key(Incident incident) {
        return captures + " " + incident.id();
    }

    private String id(Incident incident) {
        return StixId.of("incident", key(incident));
    }

    private static String story(Incident incident) {
        return incident.whole().text();
    }

    private static int percent(Incident incident) {
        return Math.toIntExact(Math.round(incident.confidence().kind() * PERCENT));
    }

    /// The addresses and accounts of an incident.
    private List<String> observables(Incident incident) {
        List<String> observed = new ArrayList<>();
        Stream.concat(first(incident.actors().addresses()).stream(), first(incident.victims()).stream())
                .distinct()
                .forEach(name -> {
                    if (IpLiteral.isIpv4(name)) {
                        observed.add(address("ipv4-addr", name));
                    } else if (IpLiteral.isIpv6(name)) {
                        observed.add(address("ipv6-addr", name));
                    }
                });
        Stream.concat(first(incident.actors().users()).stream(), first(incident.accounts()).stream())
                .distinct()
                .forEach(user -> observed.add(account(user)));
        return observed;
    }

    private String address(String type, String value) {
        String id = StixId.ofObservable(type, "{\"value\":%s}".formatted(StixId.quoted(value)));
        Map<String, Object> of = observable(type, id);
        of.put("value", value);
        objects.putIfAbsent(id, of);
        return id;
    }

    private String account(String user) {
        String type = "user-account";
        String name = Json.wellFormed(user);
        String id =
                StixId.ofObservable(type, "{\"account_type\":\"sip\",\"user_id\":%s}".formatted(StixId.quoted(name)));
        Map<String, Object> of = observable(type, id);
        of.put("user_id", name);
        of.put("account_type", "sip");
        objects.putIfAbsent(id, of);
        return id;
    }

    private Map<String, Object> observedData(String id, Incident incident, List<String> observed) {
        Map<String, Object> data = object("observed-data", id, time(incident.toNanos()));
        data.put("first_observed", time(incident.fromNanos()));
        data.put("last_observed", time(incident.toNanos()));
        data.put("number_observed", Math.clamp(incident.evidence().messages(index).length, 1, MOST_OBSERVED));
        data.put("object_refs", observed);
        return data;
    }

    /// The techniques of an incident.
    private List<String> patterns(Incident incident) {
        List<String> patterns = new ArrayList<>();
        for (AttackTechnique technique : incident.techniques()) {
            String id = StixId.of("attack-pattern", technique.id());
            Map<String, Object> of = object("attack-pattern", id, FIXED);
            of.put("name", technique.name());
            of.put("external_references",
                    List.of(reference("mitre-attack", technique.id(), AttackReference.url(technique.id()))));
            objects.putIfAbsent(id, of);
            patterns.add(id);
        }
        return patterns;
    }

    private String indicator(Incident incident, String key, String actor) {
        String id = StixId.of("indicator", key + " " + actor);
        Map<String, Object> of = object("indicator", id, time(incident.toNanos()));
        of.put("name", incident.title().text() + ": " + actor);
        of.put("indicator_types", List.of("malicious-activity"));
        of.put("pattern", "[%s:value = '%s']".formatted(IpLiteral.isIpv4(actor) ? "ipv4-addr" : "ipv6-addr", actor));
        of.put("pattern_type", "stix");
        of.put("pattern_version", VERSION);
        of.put("valid_from", time(incident.fromNanos()));
        of.put("confidence", percent(incident));
        objects.put(id, of);
        return id;
    }

    private String relate(String source, String how, String target, String time) {
        String id = StixId.of("relationship", source + " " + how + " " + target);
        Map<String, Object> of = object("relationship", id, time);
        of.put("relationship_type", how);
        of.put("source_ref", source);
        of.put("target_ref", target);
        objects.put(id, of);
        return id;
    }

    private Map<String, Object> object(String type, String id, String time) {
        Map<String, Object> object = observable(type, id);
        object.put("created_by_ref", author);
        object.put("created", time);
        object.put("modified", time);
        return object;
    }

    private static Map<String, Object> observable(String type, String id) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", VERSION);
        object.put("id", id);
        return object;
    }

    private static Map<String, Object> reference(String source, String id, String url) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("source_name", source);
        reference.put("external_id", id);
        putUnlessEmpty(reference, "url", url);
        return reference;
    }

    private static void putUnlessEmpty(Map<String, Object> object, String key, String value) {
        if (!value.isEmpty()) {
            object.put(key, value);
        }
    }

    private static String time(long nanos) {
        return HumanText.iso(nanos, MILLISECONDS);
    }
}
