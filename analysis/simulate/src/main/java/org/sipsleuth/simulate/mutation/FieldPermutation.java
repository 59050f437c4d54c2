package org.sipsleuth.simulate.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Mutation;
import org.sipsleuth.simulate.message.Mutator;

/// Writes a message in another way that means the same: its header fields in a random order, the
/// parameters of Via in a random order, and another Max-Forwards. Fields of one name keep their
/// order, in which they have a meaning (RFC 3261 §7.3.1). Nothing of that is a change on purpose
/// that ground truth lists.
public final class FieldPermutation implements Mutator {

    private static final String LINE_END = "\r\n";
    private static final int MOST_HOPS = 70;

    private final SeededRandom draws;

    public FieldPermutation(SeededRandom draws) {
        this.draws = draws;
    }

    @Override
    public byte[] mutate(byte[] message, List<Mutation> changes) {
        String text = new String(message, StandardCharsets.ISO_8859_1); // one character a byte
        int start = text.indexOf(LINE_END);
        int end = text.indexOf(LINE_END + LINE_END);
        if (end <= start) {
            return message; // it has no header fields
        }
        String header = text.substring(start + LINE_END.length(), end);
        List<String> fields = new ArrayList<>();
        for (String field : header.split(LINE_END, -1)) {
            fields.add(redrawn(field));
        }
        String permuted = String.join(LINE_END, permuted(fields));
        String written = text.substring(0, start) + LINE_END + permuted + text.substring(end);
        return written.getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<String> permuted(List<String> fields) {
        Map<String, List<String>> byName = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String field : fields) {
            String name = name(field);
            names.add(name);
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(field);
        }
        draws.shuffle(names);
        List<String> permuted = new ArrayList<>();
        for (String name : names) {
            permuted.add(byName.getOrDefault(name, List.of()).removeFirst());
        }
        return permuted;
    }

    private String redrawn(String field) {
        return switch (name(field)) {
            case "Max-Forwards" -> "Max-Forwards: " + draws.between(1, MOST_HOPS);
            case "Via", "v" -> parametersPermuted(field);
            default -> field;
        };
    }

    private String parametersPermuted(String field) {
        List<String> parts = new ArrayList<>(Arrays.asList(field.split(";", -1)));
        String sentBy = parts.removeFirst();
        draws.shuffle(parts);
        return parts.isEmpty() ? sentBy : sentBy + ";" + String.join(";", parts);
    }

    private static String name(String field) {
        return field.substring(0, Math.max(0, field.indexOf(':')));
    }
}
