package org.sipsleuth.dialog.field;

import java.util.Optional;

/// Something that every dialog has a value of, or none.
public sealed interface DialogValue permits DialogField, HeaderValue {

    /// Its name, the same everywhere: `setup_time`, `request:P-Asserted-Identity`.
    String key();

    /// What its values are.
    FieldKind kind();

    /// What it means, in a sentence.
    String description();

    /// The one with this name, in any case.
    static Optional<DialogValue> of(String key) {
        Optional<DialogField> field = DialogField.of(key);
        return field.isPresent() ? Optional.of(field.get()) : HeaderValue.of(key).map(h -> h);
    }
}
