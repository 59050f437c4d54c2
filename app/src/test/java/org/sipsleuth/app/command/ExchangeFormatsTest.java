package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCaptures;

/// Incidents for other security programs: STIX by the schemas of OASIS, and ECS.
class ExchangeFormatsTest {

    private static final Methods METHODS = Methods.standard().with(new ObservedMethod());
    private static final JsonSchemas SCHEMAS = new JsonSchemas("/org/sipsleuth/app/command/stix/");

    @TempDir Path directory;
    private String capture = "";

    @BeforeEach
    void copySample() throws IOException {
        capture = sample("incident.pcap");
    }

    private String sample(String name) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(name)).findFirst().orElseThrow(),
                directory).toString();
    }

    private static String analyzed(String file, String format) {
        Run run = Run.of(METHODS, "analyze", file, "--format", format);
        assertEquals(0, run.code(), run.err());
        return run.out();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(String bundle) {
        return (List<Map<String, Object>>) JsonText.object(bundle).get("objects");
    }

    private static String schemaOf(String type) {
        return switch (type) {
            case "ipv4-addr", "ipv6-addr", "user-account" -> "observables/" + type + ".json";
            case "relationship" -> "sros/relationship.json";
            default -> "sdos/" + type + ".json";
        };
    }

    private static List<String> errors(Map<String, Object> object) {
        return SCHEMAS.errors(schemaOf((String) object.get("type")), object);
    }

    /// The schema of bundles lists neither incidents nor groupings: each object by its own.
    @Test
    void everyStixObjectIsValidByItsSchema() {
        List<Map<String, Object>> objects = objects(analyzed(capture, "stix"));
        for (Map<String, Object> object : objects) {
            assertEquals(List.of(), errors(object), object.toString());
        }
        Set<Object> types = objects.stream().map(each -> each.get("type")).collect(Collectors.toSet());
        assertTrue(types.containsAll(Set.of("identity", "incident", "grouping", "indicator", "attack-pattern",
                "observed-data", "relationship", "ipv4-addr", "user-account")), types.toString());
    }

    @Test
    void theValidatorFindsWhatIsWrong() {
        for (Map<String, Object> object : objects(analyzed(capture, "stix"))) {
            Map<String, Object> noId = new LinkedHashMap<>(object);
            noId.remove("id");
            assertFalse(errors(noId).isEmpty(), noId.toString());
            Map<String, Object> otherId = new LinkedHashMap<>(object);
            otherId.put("id", object.get("type") + "--1");
            assertFalse(errors(otherId).isEmpty(), otherId.toString());
            if (object.containsKey("created")) {
                Map<String, Object> noTime = new LinkedHashMap<>(object);
                noTime.put("created", "2026-11-23 10:00:00");
                assertFalse(errors(noTime).isEmpty(), noTime.toString());
            }
        }
    }

    @Test
    void aStixBundleReferencesOnlyWhatItHolds() {
        Map<String, Object> bundle = JsonText.object(analyzed(capture, "stix"));
        assertEquals(List.of("type", "id", "objects"), List.copyOf(bundle.keySet()));
        assertEquals(List.of(), SCHEMAS.errors("common/identifier.json", bundle.get("id")));
        Set<Object> ids = new HashSet<>();
        List<Map<String, Object>> objects = objects(analyzed(capture, "stix"));
        objects.forEach(object -> assertTrue(ids.add(object.get("id")), object.toString()));
        for (Map<String, Object> object : objects) {
            object.forEach((key, value) -> {
                if (key.endsWith("_ref")) {
                    assertTrue(ids.contains(value), object.toString());
                } else if (key.endsWith("_refs")) {
                    assertTrue(ids.containsAll((List<?>) value), object.toString());
                }
            });
        }
    }

    /// By STIX 2.1 §2.9, computed with another implementation of UUIDs by name.
    @Test
    void anAddressHasTheIdentifierThatAllProgramsGiveIt() {
        Map<String, Object> address = objects(analyzed(capture, "stix")).stream()
                .filter(object -> ObservedMethod.GUESSER.equals(object.get("value")))
                .findFirst()
                .orElseThrow();
        assertEquals("ipv4-addr--e17823ff-cd7d-55c9-8a58-6ff3c5c23bcb", address.get("id"));
    }

    @Test
    void theSameIncidentsGiveTheSameBytes() throws IOException {
        for (String format : List.of("stix", "ecs")) {
            assertEquals(analyzed(capture, format), analyzed(capture, format));
        }
        assertNotEquals(JsonText.object(analyzed(capture, "stix")).get("id"),
                JsonText.object(analyzed(sample("call.pcap"), "stix")).get("id"));
    }

    @Test
    void withoutIncidentsABundleHoldsItsAuthorOnly() throws IOException {
        String call = sample("call.pcap");
        assertEquals(List.of("identity"),
                objects(analyzed(call, "stix")).stream().map(object -> object.get("type")).toList());
        assertEquals("", analyzed(call, "ecs"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void ecsNamesActorVictimUserAndTechnique() {
        Map<String, Object> alert = JsonText.object(analyzed(capture, "ecs").lines().findFirst().orElseThrow());
        Map<String, Object> event = (Map<String, Object>) alert.get("event");
        assertEquals("alert", event.get("kind"));
        assertEquals("toll_fraud", event.get("action"));
        assertEquals("success", event.get("outcome"));
        assertEquals(99L, event.get("severity"));
        assertTrue(((List<Object>) event.get("category")).contains("intrusion_detection"));
        assertTrue(alert.get("@timestamp").toString().endsWith("Z"));
        Map<String, Object> source = (Map<String, Object>) alert.get("source");
        assertTrue(((List<Object>) source.get("ip")).contains(ObservedMethod.CALLER));
        Object victims = ((Map<String, Object>) alert.get("destination")).get("ip");
        assertTrue(victims.equals("192.0.2.1") || ((List<?>) victims).contains("192.0.2.1"));
        Object users = ((Map<String, Object>) alert.get("user")).get("name");
        assertTrue(users.equals("1007") || ((List<?>) users).contains("1007"));
        Map<String, Object> technique =
                (Map<String, Object>) ((Map<String, Object>) alert.get("threat")).get("technique");
        assertTrue(((List<Object>) technique.get("id")).contains("T1110"));
        Map<String, Object> sub = (Map<String, Object>) technique.get("subtechnique");
        assertTrue(((List<Object>) sub.get("id")).contains("T1110.001"));
        assertEquals("toll_fraud", ((Map<String, Object>) alert.get("rule")).get("id"));
    }
}
