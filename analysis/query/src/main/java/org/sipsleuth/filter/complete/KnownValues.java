package org.sipsleuth.filter.complete;

import java.util.List;
import org.sipsleuth.filter.field.Field;

/// Values that fields are known to have.
@FunctionalInterface
public interface KnownValues {

    /// The values of a field, those met most often first, as a filter writes them; empty where none
    /// are known.
    List<String> of(Field field);

    /// What fields can have at all, whatever is captured.
    static KnownValues usual() {
        return field -> field.choices().stream().map(choice -> Literal.ofWord(choice, field.kind())).toList();
    }
}
