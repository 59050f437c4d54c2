package org.sipsleuth.ngram.header;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Which header names normal messages of each method and status have together, and how long each
/// header field is at most. Two tests of a message beside its n-grams: what is left out or repeated
/// makes no new n-gram, and one long value of usual letters few. Immutable; any thread.
public final class HeaderModel {

    /// A field is over-long if it exceeds the longest normal one by more bytes: ports and addresses
    /// gain a digit or two. Chosen on seeds 9201 to 9205: 0 and 2 bytes find .910 and .907 of what
    /// parser and conformance accept, 8 bytes .893, all without a false one.
    static final int MARGIN = 2;

    /// The most sets of names; others are not learned.
    static final int MOST_SETS = 20_000;

    /// The most characters of the text of a model.
    public static final int MOST_TEXT = 4 << 20;

    private static final String REQUEST_URI = "Request-URI";
    private static final char LINE = '\n';
    private static final char BETWEEN = ':';
    private static final int MOST_NAMES = 200;
    private static final int MOST_NAME = 64;

    private final Set<HeaderNames> sets;
    private final Map<String, Integer> longest;

    private HeaderModel(Collection<HeaderNames> sets, Map<String, Integer> longest) {
        this.sets = new LinkedHashSet<>(sets);
        this.longest = new HashMap<>(longest);
    }

    /// How many different sets of names there are.
    public int size() {
        return sets.size();
    }

    /// The same with more.
    ///
    /// @param names sets that are normal, too
    /// @param lengths of header fields that are normal, too
    public HeaderModel and(Collection<HeaderNames> names, Map<String, Integer> lengths) {
        HeaderModel both = new HeaderModel(sets, longest);
        both.sets.addAll(names);
        lengths.forEach((name, length) -> both.longest.merge(name, length, Math::max));
        return both;
    }

    /// Whether a normal message of this method or status has just these names.
    public boolean knows(HeaderNames names) {
        return sets.contains(names);
    }

    /// What is unlike normal messages in the names of a message; empty if nothing is.
    public Optional<UnseenNames> unseenNames(byte[] message) {
        return HeaderNames.of(message).filter(names -> !knows(names)).map(this::compared);
    }

    private UnseenNames compared(HeaderNames names) {
        Optional<HeaderNames> similar = sets.stream()
                .filter(each -> each.type().equals(names.type()))
                .min(Comparator.comparingInt(each -> each.without(names).size() + names.without(each).size()));
        return new UnseenNames(names.type(), similar.isPresent(), similar.map(names::without).orElse(List.of()),
                similar.map(each -> each.without(names)).orElse(List.of()));
    }

    /// The header fields of a message that are longer than any normal one, and its Request-URI; the
    /// longest of each name. Those of names that no normal message has are left to the names.
    public List<OverlongField> overlong(byte[] message) {
        SipLayout layout = new SipLayout();
        return SipParser.parse(message, 0, message.length, layout) ? overlong(message, layout) : List.of();
    }

    /// The same of a message whose parts are known.
    public List<OverlongField> overlong(byte[] message, SipLayout layout) {
        Map<String, OverlongField> fields = new TreeMap<>();
        lengths(layout, message, (name, bytes) -> {
            Integer most = longest.get(name);
            if (most != null && bytes > most + MARGIN) {
                fields.merge(name, new OverlongField(name, bytes, most),
                        (one, other) -> one.bytes() > other.bytes() ? one : other);
            }
        });
        return List.copyOf(fields.values());
    }

    private static void lengths(SipLayout layout, byte[] message, ObjIntConsumer<String> use) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            use.accept(HeaderNames.name(layout, i, message), layout.valueTo(i) - layout.valueFrom(i));
        }
        if (layout.has(Part.REQUEST_URI)) {
            use.accept(REQUEST_URI, layout.to(Part.REQUEST_URI) - layout.from(Part.REQUEST_URI));
        }
    }

    /// The text of the model, of which [#of] makes it again: a line `length:name` for each header
    /// field, then a line `method or status:name:name…` for each set. No name contains a colon.
    public byte[] text() {
        StringBuilder text = new StringBuilder();
        text.append(longest.size()).append(LINE);
        new TreeMap<>(longest).forEach((name, bytes) -> text.append(bytes).append(BETWEEN).append(name).append(LINE));
        sets.stream().map(HeaderModel::line).sorted().forEach(line -> text.append(line).append(LINE));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(HeaderNames names) {
        List<String> parts = new ArrayList<>(names.names());
        parts.addFirst(names.type());
        return String.join(Character.toString(BETWEEN), parts);
    }

    /// The model of a text.
    ///
    /// @throws IllegalArgumentException if it is none
    public static HeaderModel of(byte[] text) {
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        int fields = lines.isEmpty() ? -1 : Integer.parseInt(lines.getFirst());
        if (fields < 0 || fields >= lines.size()) {
            throw new IllegalArgumentException("header fields that are cut off");
        }
        Map<String, Integer> longest = new TreeMap<>();
        for (String line : lines.subList(1, fields + 1)) {
            String[] parts = line.split(Character.toString(BETWEEN), -1);
            int bytes = Integer.parseInt(parts[0]);
            if (parts.length != 2 || bytes < 0 || bytes > MOST_TEXT) {
                throw new IllegalArgumentException("a header field without a length");
            }
            longest.put(parts[1], bytes);
        }
        List<HeaderNames> sets = new ArrayList<>();
        for (String line : lines.subList(fields + 1, lines.size())) {
            List<String> parts = List.of(line.split(Character.toString(BETWEEN), -1));
            sets.add(new HeaderNames(parts.getFirst(), parts.subList(1, parts.size())));
        }
        if (sets.size() > MOST_SETS) {
            throw new IllegalArgumentException("more than " + MOST_SETS + " sets of header names");
        }
        return new HeaderModel(sets, longest);
    }

    /// Collects the headers of one message after the other.
    public static final class Learner {

        private final Set<HeaderNames> sets = new HashSet<>();
        private final Map<String, Integer> longest = new TreeMap<>();

        /// Learns a message. Of one with very many or very long names only the lengths are learned.
        public void add(byte[] message) {
            SipLayout layout = new SipLayout();
            if (SipParser.parse(message, 0, message.length, layout)) {
                lengths(layout, message, (name, bytes) -> {
                    if (isPlain(name)) {
                        longest.merge(name, bytes, Math::max);
                    }
                });
                HeaderNames.of(message)
                        .filter(names -> sets.size() < MOST_SETS && isPlain(names.type())
                                && names.names().size() <= MOST_NAMES
                                && names.names().stream().allMatch(Learner::isPlain))
                        .ifPresent(sets::add);
            }
        }

        private static boolean isPlain(String name) {
            return name.length() <= MOST_NAME && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != BETWEEN);
        }

        /// What was learned.
        public HeaderModel model() {
            return new HeaderModel(sets, longest);
        }
    }
}
