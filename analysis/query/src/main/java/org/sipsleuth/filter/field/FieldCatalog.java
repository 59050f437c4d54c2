package org.sipsleuth.filter.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sipsleuth.word.Suggestions;

/// The fields that a filter can name. Immutable.
public final class FieldCatalog {

    private static final int PROPOSALS = 3;

    private final Map<String, Field> fields;
    private final Function<String, Optional<Field>> others;

    /// @param fields those that are listed, in the order in which completion proposes them
    /// @param others creates a field for names that are not listed, such as header fields that
    /// nobody registered
    public FieldCatalog(Collection<Field> fields, Function<String, Optional<Field>> others) {
        Map<String, Field> named = new LinkedHashMap<>();
        for (Field field : fields) {
            named.put(field.name(), field);
        }
        this.fields = Collections.unmodifiableMap(named);
        this.others = others;
    }

    /// The same with fields of dialogs that somebody supplies; one of a name that is there already
    /// takes its place.
    public FieldCatalog with(Collection<? extends DynamicField> supplied) {
        List<Field> all = new ArrayList<>(fields.values());
        for (DynamicField field : supplied) {
            all.add(Field.of(field.name(), field.kind(), field.description(), field.dependency(), field::read)
                    .choosing(field.choices())
                    .withdrawing(field.withdrawn()));
        }
        return new FieldCatalog(all, others);
    }

    /// The same without some fields, which nobody finds by any name.
    public FieldCatalog without(Predicate<String> hidden) {
        List<Field> rest = fields.values().stream().filter(field -> !hidden.test(field.name())).toList();
        return new FieldCatalog(rest, name -> hidden.test(name) ? Optional.empty() : others.apply(name));
    }

    /// The field of this name.
    public Optional<Field> find(String name) {
        Field listed = fields.get(name);
        return listed != null ? Optional.of(listed) : others.apply(name);
    }

    /// All that are listed.
    public Collection<Field> fields() {
        return fields.values();
    }

    /// The names that may have been meant, the nearest first.
    public List<String> nearest(String name) {
        return Suggestions.to(name, fields.keySet(), PROPOSALS);
    }
}
