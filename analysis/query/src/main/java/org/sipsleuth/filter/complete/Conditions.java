package org.sipsleuth.filter.complete;

import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Values;

/// Makes conditions from what messages have: each fits the message that it was made from, whatever
/// bytes are in it.
public final class Conditions {

    /// Longer values are asked for by nobody.
    static final int LONGEST = 4_096;

    private final FieldCatalog catalog;

    public Conditions(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    /// That a field has the value that it has in a message; of several the first. Empty if there is
    /// none.
    public Optional<String> ofField(SipIndex index, int message, String name) {
        return ofField(index, message, name, 0);
    }

    /// That a field has one of the values that it has in a message.
    ///
    /// @param place which one, from 0
    public Optional<String> ofField(SipIndex index, int message, String name, int place) {
        Optional<Field> field = catalog.find(name);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        Row row = new Row(index);
        row.move(message);
        Values values = new Values();
        field.get().read(row, values);
        if (place >= values.size()) {
            return Optional.empty();
        }
        return field.get().kind() == FieldKind.LABEL ? Optional.of(name)
                : equality(name, field.get(), values.get(place));
    }

    /// That a field of text has this value.
    public Optional<String> ofText(String name, String text) {
        return catalog.find(name)
                .filter(field -> field.kind().isOctets() && !field.kind().isAddress())
                .flatMap(field -> equality(name, field, Value.Octets.of(text)));
    }

    static Optional<String> equality(String name, Field field, Value value) {
        boolean isLong = value instanceof Value.Octets octets && octets.length() > LONGEST;
        return isLong ? Optional.empty() : Optional.of(name + " == " + Literal.of(value, field.kind()));
    }
}
