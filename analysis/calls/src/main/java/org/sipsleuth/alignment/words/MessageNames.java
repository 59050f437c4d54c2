package org.sipsleuth.alignment.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people call the messages of one sequence, and the how-manieth of its name each is.
/// Immutable.
public final class MessageNames {

    /// Longer names are cut.
    private static final int MOST_CHARACTERS = 24;

    private static final String RE_INVITE = "re-INVITE";

    private final List<String> names;
    private final List<Integer> ordinals;

    /// @param types of the messages of one sequence
    public MessageNames(List<String> types) {
        names = names(types);
        ordinals = ordinals(types, names);
    }

    /// What each message is called.
    public List<String> names() {
        return names;
    }

    /// The how-manieth message of its name this is, from 1. A request is counted in the whole
    /// sequence; a provisional response since the last INVITE; a final response, and an ACK, since
    /// the last request that opened a transaction.
    public int ordinal(int index) {
        return ordinals.get(index);
    }

    /// Whether this is a re-INVITE.
    public boolean isReInvite(int index) {
        return RE_INVITE.equals(names.get(index));
    }

    /// The name as it is shown: cut if long, with what is not printed escaped.
    public static String shown(String type) {
        if (type.isEmpty()) {
            return "(no name)";
        }
        StringBuilder text = new StringBuilder();
        int[] points = type.codePoints().limit(MOST_CHARACTERS + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, MOST_CHARACTERS); i++) {
            if (isPrinted(points[i])) {
                text.appendCodePoint(points[i]);
            } else {
                text.append("\\u{").append(Integer.toHexString(points[i])).append('}');
            }
        }
        return text + (points.length > MOST_CHARACTERS ? "…" : "");
    }

    private static boolean isPrinted(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> point != '\\';
        };
    }

    private static List<String> names(List<String> types) {
        List<String> names = new ArrayList<>();
        CallSetup setup = new CallSetup();
        for (String type : types) {
            names.add("INVITE".equals(type) && setup.isDone() ? RE_INVITE : shown(type));
            setup.take(type);
        }
        return List.copyOf(names);
    }

    private static List<Integer> ordinals(List<String> types, List<String> names) {
        List<Integer> ordinals = new ArrayList<>();
        Map<String, Integer> requests = new HashMap<>();
        Map<String, Integer> provisional = new HashMap<>();
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String type = types.get(i);
            if ("INVITE".equals(type)) {
                provisional.clear();
            }
            if (MessageKind.opens(type)) {
                answers.clear();
            }
            Map<String, Integer> counts = switch (MessageKind.of(type)) {
                case REQUEST -> "ACK".equals(type) ? answers : requests;
                case PROVISIONAL -> provisional;
                case FINAL -> answers;
            };
            ordinals.add(counts.merge(names.get(i), 1, Integer::sum));
        }
        return List.copyOf(ordinals);
    }
}
