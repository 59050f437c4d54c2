package org.sipsleuth.filter.complete;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Makes conditions from what is at a byte of a message: the fields whose values reach over it.
public final class PointedAt {

    /// More are not offered for one place.
    private static final int MOST = 3;

    /// The message as a whole is no answer.
    private static final Set<String> WHOLE = Set.of("sip", "sip.msg_hdr", "sip.msg_body", "sdp");

    private final FieldCatalog catalog;

    public PointedAt(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    private record Found(String condition, int length) {}

    /// Conditions that fit the message, the narrowest first; none where no field matches.
    ///
    /// @param offset a byte of the message, from 0
    public List<String> conditions(SipIndex index, int message, int offset) {
        Row row = new Row(index);
        row.move(message);
        SipLayout layout = row.layout();
        int at = layout.messageFrom() + offset;
        List<Found> found = new ArrayList<>();
        for (Field field : catalog.fields()) {
            if (field.kind() == FieldKind.TEXT && !WHOLE.contains(field.name())) {
                add(field.name(), field, row, at, found);
            }
        }
        int header = headerAt(layout, at);
        if (header >= 0) {
            addHeader(row, header, at, found);
        } else if (isStatusCode(row, at)) {
            new Conditions(catalog).ofField(index, message, "sip.Status-Code")
                    .ifPresent(condition -> found.add(new Found(condition, 0)));
        }
        if (found.isEmpty()) {
            line(row, at).ifPresent(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::length))
                .map(Found::condition)
                .distinct()
                .limit(MOST)
                .toList();
    }

    @SuppressWarnings("ReferenceEquality") // a piece of the message itself, not one that is alike
    private static void add(String name, Field field, Row row, int at, List<Found> found) {
        Values values = new Values();
        field.read(row, values);
        for (Value value : values.list()) {
            if (value instanceof Value.Octets octets && octets.array() == row.buffer() && octets.from() <= at
                    && at < octets.to()) {
                Conditions.equality(name, field, value)
                        .ifPresent(condition -> found.add(new Found(condition, octets.length())));
            }
        }
    }

    private static int headerAt(SipLayout layout, int at) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldFrom(i) <= at && at < layout.fieldTo(i)) {
                return i;
            }
        }
        return -1;
    }

    /// A header field by its whole value, wherever in it the byte is, its name included.
    private void addHeader(Row row, int header, int at, List<Found> found) {
        SipLayout layout = row.layout();
        HeaderName known = layout.fieldName(header);
        String name =
                known == null
                        ? new String(row.buffer(), layout.fieldFrom(header),
                                layout.nameTo(header) - layout.fieldFrom(header), StandardCharsets.UTF_8)
                        : known.text();
        int inside = within(layout, header, at);
        for (String prefix : List.of("sip.", "sip.header.")) {
            Optional<Field> field = isWord(name) ? catalog.find(prefix + name) : Optional.empty();
            if (field.isPresent()) {
                int before = found.size();
                add(prefix + name, field.get(), row, inside, found);
                if (found.size() > before) {
                    return;
                }
                new Conditions(catalog).ofField(row.index(), row.message(), prefix + name)
                        .filter(_ -> field.get().kind() == FieldKind.WHOLE)
                        .ifPresent(condition -> found.add(new Found(condition, 0)));
            }
        }
    }

    private static int within(SipLayout layout, int header, int at) {
        int from = layout.valueFrom(header);
        return Math.clamp(at, from, Math.max(from, layout.valueTo(header) - 1));
    }

    private static boolean isWord(String header) {
        return !header.isEmpty()
                && header.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    private static boolean isStatusCode(Row row, int at) {
        SipLayout layout = row.layout();
        return layout.statusCode() > 0 && layout.has(Part.REASON) && at < layout.from(Part.REASON);
    }

    /// Where no field applies: the line as it is.
    private static Optional<Found> line(Row row, int at) {
        byte[] buffer = row.buffer();
        SipLayout layout = row.layout();
        int from = at;
        while (from > layout.messageFrom() && buffer[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < layout.messageTo() && buffer[to] != '\r' && buffer[to] != '\n') {
            to++;
        }
        if (from >= to || to - from > Conditions.LONGEST) {
            return Optional.empty();
        }
        String text = Literal.of(new Value.Octets(buffer, from, to), FieldKind.TEXT);
        return Optional.of(new Found("sip contains " + text, to - from));
    }
}
