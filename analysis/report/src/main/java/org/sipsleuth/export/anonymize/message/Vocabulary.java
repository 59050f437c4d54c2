package org.sipsleuth.export.anonymize.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The words that belong to protocols and products, and so to nobody (`vocabulary.txt`).
final class Vocabulary {

    static final Vocabulary SHIPPED = new Vocabulary();

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, ParameterKind> parameters = new HashMap<>();

    private Vocabulary() {
        String heading = "";
        for (String line : text().split("\n", -1)) {
            if (line.startsWith("[")) {
                heading = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(heading, line);
            }
        }
    }

    private static String text() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            byte[] bytes = Objects.requireNonNull(in, "vocabulary.txt is missing").readAllBytes();
            return new String(bytes, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String heading, String line) {
        if (heading.equals("parameters")) {
            String[] both = line.split(" ", -1);
            parameters.putIfAbsent(both[0], ParameterKind.valueOf(both[1].toUpperCase(Locale.ROOT)));
            return;
        }
        String separator = heading.equals("reasons") ? "\\|" : " ";
        Set<String> words = lists.computeIfAbsent(heading, _ -> new HashSet<>());
        Arrays.stream(line.split(separator)).map(Vocabulary::lower).forEach(words::add);
    }

    private boolean has(String heading, String word) {
        return lists.getOrDefault(heading, Set.of()).contains(lower(word));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    boolean isMethod(String word) {
        return has("methods", word);
    }

    boolean isScheme(String word) {
        return has("schemes", word);
    }

    /// Whether a word of SIP stays: a method, an option tag, a media type, a value.
    boolean isProtocol(String word) {
        return has("protocol", word) || isMethod(word);
    }

    boolean isOfUrn(String word) {
        return has("hosts-of-urn", word);
    }

    boolean isProduct(String word) {
        return has("products", word);
    }

    boolean isExtension(String fieldName) {
        return has("extensions", fieldName);
    }

    boolean isReason(String phrase) {
        return has("reasons", phrase.strip());
    }

    boolean isSdp(String word) {
        return has("sdp", word);
    }

    boolean isAttribute(String word) {
        return has("attributes", word);
    }

    boolean isPrivateAttribute(String word) {
        return has("private-attributes", word);
    }

    /// What a parameter's value is; unknown names are [ParameterKind#UNKNOWN].
    ParameterKind parameter(String name) {
        return parameters.getOrDefault(lower(name), ParameterKind.UNKNOWN);
    }
}
