package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Validates JSON by JSON schemas (2020-12) from files beside a class. A keyword that it does not
/// know is an error, so that nothing is left out in silence; files are read when they are needed.
final class JsonSchemas {

    private static final Set<String> ANNOTATIONS =
            Set.of("$id", "$schema", "title", "description", "definitions", "format");

    private final String folder;
    private final Map<String, Map<String, Object>> files = new HashMap<>();

    /// @param folder of the schemas in the class path, with a slash at both ends
    JsonSchemas(String folder) {
        this.folder = folder;
    }

    /// What is wrong with a value by a schema; empty if nothing is.
    ///
    /// @param file in the folder: `sdos/incident.json`
    List<String> errors(String file, Object value) {
        List<String> errors = new ArrayList<>();
        check(file, schema(file), value, "$", errors);
        return errors;
    }

    private Map<String, Object> schema(String file) {
        return files.computeIfAbsent(file, this::read);
    }

    private Map<String, Object> read(String file) {
        try (InputStream in = Objects.requireNonNull(JsonSchemas.class.getResourceAsStream(folder + file), file)) {
            return JsonText.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean fits(String file, Object schema, @Nullable Object value) {
        List<String> errors = new ArrayList<>();
        check(file, schema, value, "", errors);
        return errors.isEmpty();
    }

    private void check(String file, Object schema, @Nullable Object value, String place, List<String> errors) {
        if (schema instanceof Boolean isAllowed) {
            expect(isAllowed, place, "not allowed", errors);
            return;
        }
        map(schema).forEach((keyword, of) -> check(file, schema, keyword, of, value, place, errors));
    }

    private void check(String file, Object schema, String keyword, Object of, @Nullable Object value, String place,
            List<String> errors) {
        switch (keyword) {
            case "$ref" -> refer(file, (String) of, value, place, errors);
            case "type" -> expect(isOfType((String) of, value), place, "no " + of, errors);
            case "enum" -> expect(list(of).contains(value), place, "not in " + of, errors);
            case "allOf" -> list(of).forEach(each -> check(file, each, value, place, errors));
            case "anyOf" ->
                    expect(list(of).stream().anyMatch(each -> fits(file, each, value)), place, "none of anyOf", errors);
            case "oneOf" -> expect(list(of).stream().filter(each -> fits(file, each, value)).count() == 1, place,
                    "not one of oneOf", errors);
            case "not" -> expect(!fits(file, of, value), place, "fits not", errors);
            case "pattern" ->
                    expect(!(value instanceof String text) || Pattern.compile((String) of).matcher(text).find(), place,
                            "does not match " + of, errors);
            case "minLength" ->
                    expect(!(value instanceof String text) || text.length() >= (Long) of, place, "too short", errors);
            case "maxLength" ->
                    expect(!(value instanceof String text) || text.length() <= (Long) of, place, "too long", errors);
            case "minimum" ->
                    expect(!(value instanceof Number number) || number.doubleValue() >= ((Number) of).doubleValue(),
                            place, "below " + of, errors);
            case "maximum" ->
                    expect(!(value instanceof Number number) || number.doubleValue() <= ((Number) of).doubleValue(),
                            place, "above " + of, errors);
            case "required" -> list(of).forEach(key -> expect(!(value instanceof Map<?, ?> map) || map.containsKey(key),
                    place, "lacks " + key, errors));
            case "minProperties" ->
                    expect(!(value instanceof Map<?, ?> map) || map.size() >= (Long) of, place, "too few", errors);
            case "minItems" ->
                    expect(!(value instanceof List<?> items) || items.size() >= (Long) of, place, "too few", errors);
            case "items" -> {
                if (value instanceof List<?> items) {
                    for (int i = 0; i < items.size(); i++) {
                        check(file, of, items.get(i), place + "[" + i + "]", errors);
                    }
                }
            }
            case "properties", "patternProperties", "additionalProperties", "propertyNames" ->
                    members(file, map(schema), keyword, of, value, place, errors);
            default -> {
                if (!ANNOTATIONS.contains(keyword)) {
                    throw new IllegalStateException(file + ": unknown keyword " + keyword);
                }
            }
        }
    }

    private void members(String file, Map<String, Object> schema, String keyword, Object of, @Nullable Object value,
            String place, List<String> errors) {
        if (!(value instanceof Map<?, ?> members)) {
            return;
        }
        members.forEach((key, member) -> {
            String name = (String) key;
            String there = place + "." + name;
            switch (keyword) {
                case "properties" -> {
                    if (map(of).containsKey(name)) {
                        check(file, map(of).get(name), member, there, errors);
                    }
                }
                case "patternProperties" -> map(of).forEach((pattern, rule) -> {
                    if (isFound(pattern, name)) {
                        check(file, rule, member, there, errors);
                    }
                });
                case "propertyNames" -> check(file, of, name, there, errors);
                default -> {
                    if (!isNamed(schema, name)) {
                        check(file, of, member, there, errors);
                    }
                }
            }
        });
    }

    private static boolean isFound(String pattern, String name) {
        return Pattern.compile(pattern).matcher(name).find();
    }

    private static boolean isNamed(Map<String, Object> schema, String name) {
        return map(schema.getOrDefault("properties", Map.of())).containsKey(name)
                || map(schema.getOrDefault("patternProperties", Map.of())).keySet()
                        .stream()
                        .anyMatch(pattern -> isFound(pattern, name));
    }

    private void refer(String file, String target, @Nullable Object value, String place, List<String> errors) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String other = path.isEmpty() ? file : path(file, path);
        Object schema = schema(other);
        if (hash >= 0) {
            for (String step : target.substring(hash + 1).split("/", -1)) {
                if (!step.isEmpty()) {
                    schema = Objects.requireNonNull(map(schema).get(step), target);
                }
            }
        }
        check(other, schema, value, place, errors);
    }

    private static String path(String from, String to) {
        return Path.of(from).resolveSibling(to).normalize().toString();
    }

    private static boolean isOfType(String type, @Nullable Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            default -> throw new IllegalStateException("unknown type " + type);
        };
    }

    private static void expect(boolean isRight, String place, String wrong, List<String> errors) {
        if (!isRight) {
            errors.add(place + ": " + wrong);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
